package org.semblance.platform.rest;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.semblance.platform.RequestContext;

/** Writes problem documents where there is no JAX-RS to do it: in servlets. */
public final class ProblemWriter {
    private ProblemWriter() {}

    /** Answers with what the failure means to the caller; logs it if nobody expected it. */
    public static void write(Throwable failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Diagnosis diagnosis = Diagnosis.of(failure);
        if (diagnosis.isUnexpected()) {
            // The container reports some failures only after the request's context is gone.
            RequestContext.begin(String.valueOf(RequestIdFilter.requestId(request)), request.getRemoteAddr());
            FailureLog.record(diagnosis, failure, request.getMethod(), path(request));
        }
        write(diagnosis, request, response);
    }

    static void write(Diagnosis diagnosis, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var problem = ProblemBody.of(diagnosis, path(request), RequestIdFilter.requestId(request));
        byte[] body = JsonConfiguration.jsonb().toJson(problem).getBytes(StandardCharsets.UTF_8);
        response.setStatus(diagnosis.status());
        response.setContentType(ProblemBody.MEDIA_TYPE);
        ProblemHeaders.of(diagnosis).forEach(response::setHeader);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static String path(HttpServletRequest request) {
        Object original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return original == null ? request.getRequestURI() : original.toString();
    }
}
