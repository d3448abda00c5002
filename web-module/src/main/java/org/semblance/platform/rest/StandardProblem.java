package org.semblance.platform.rest;

import java.util.Arrays;

/** The refusals of HTTP itself, and what they are called and tell in this API. */
enum StandardProblem {
    BAD_REQUEST(400, "bad-request", "The request cannot be understood; compare it with the description at /docs/"),
    TOKEN_MISSING(401, "token-missing", "Sign in and send the access token as 'Authorization: Bearer ...'"),
    PERMISSION_MISSING(403, "permission-missing", "You may not do this; ask an administrator"),
    NOT_FOUND(404, "not-found", "There is nothing at this address; see /docs/ for what there is"),
    METHOD_NOT_ALLOWED(405, "method-not-allowed", "This cannot be done here; the header Allow says what can"),
    NOT_ACCEPTABLE(406, "not-acceptable", "The header Accept asks for a media type that is not offered here"),
    REQUEST_TOO_LARGE(413, "request-too-large", "The request is larger than the server accepts; send less"),
    MEDIA_TYPE_UNSUPPORTED(
            415, "media-type-unsupported", "The header Content-Type is not one that is accepted here; see /docs/"),
    INTERNAL_ERROR(500, "internal-error", "Something went wrong in the server; its log tells more by the request id"),
    UNAVAILABLE(503, "unavailable", "The server cannot do this at present; try again in a while");

    private final int status;
    private final String code;
    private final String detail;

    StandardProblem(int status, String code, String detail) {
        this.status = status;
        this.code = code;
        this.detail = detail;
    }

    /** The problem of that status; the most general one of its class when it has none of its own. */
    static StandardProblem of(int status) {
        return Arrays.stream(values())
                .filter(problem -> problem.status == status)
                .findFirst()
                .orElse(status < 500 ? BAD_REQUEST : INTERNAL_ERROR);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String detail() {
        return detail;
    }
}
