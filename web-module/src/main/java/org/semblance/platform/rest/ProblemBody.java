package org.semblance.platform.rest;

import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A refusal as it goes over the wire (RFC 9457). */
@Schema(name = "Problem", description = "Why a request was refused and what to do about it (RFC 9457)")
public record ProblemBody(
        @Schema(description = "Where this problem is explained", examples = "/docs/problems#gallery-not-found")
        String type,

        @Schema(description = "What it is, in a few words", examples = "Gallery not found")
        String title,

        @Schema(description = "The HTTP status", examples = "404")
        int status,

        @Schema(description = "What went wrong this time and what to do", examples = "There is no gallery 'visitors'")
        String detail,

        @Schema(description = "Stable name for programs to compare", examples = "gallery-not-found")
        String code,

        @Schema(description = "The path that was asked for", examples = "/api/v1/galleries/visitors")
        String instance,

        @Schema(description = "The request in the server's log", examples = "0198c5a1-7f2e-7a43-9c3b-5b0d3b1f6a10")
        @Nullable
        String requestId,

        @Schema(description = "The values that break a rule, where there are any") @Nullable
        List<InvalidField> errors) {
    static final String MEDIA_TYPE = "application/problem+json";

    static ProblemBody of(Diagnosis diagnosis, String path, @Nullable String requestId) {
        return new ProblemBody(
                "/docs/problems#" + diagnosis.code(),
                title(diagnosis.code()),
                diagnosis.status(),
                diagnosis.detail(),
                diagnosis.code(),
                path,
                requestId,
                diagnosis.errors().isEmpty() ? null : diagnosis.errors());
    }

    private static String title(String code) {
        return code.substring(0, 1).toUpperCase(Locale.ROOT) + code.substring(1).replace('-', ' ');
    }
}
