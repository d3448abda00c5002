package org.semblance.platform.rest;

import java.util.LinkedHashMap;
import java.util.Map;

/** The headers that belong to a problem. */
final class ProblemHeaders {
    private static final String CHALLENGE = "Bearer realm=\"semblance\"";

    private ProblemHeaders() {}

    static Map<String, String> of(Diagnosis diagnosis) {
        var headers = new LinkedHashMap<String, String>();
        diagnosis.retryAfter().ifPresent(seconds -> headers.put("Retry-After", Integer.toString(seconds)));
        if (diagnosis.status() == 401) {
            headers.put("WWW-Authenticate", challenge(diagnosis.code()));
        }
        return headers;
    }

    /** RFC 6750: only a token or key that was sent and refused is called invalid. */
    private static String challenge(String code) {
        return code.equals("token-invalid") || code.equals("api-key-invalid")
                ? CHALLENGE + ", error=\"invalid_token\""
                : CHALLENGE;
    }
}
