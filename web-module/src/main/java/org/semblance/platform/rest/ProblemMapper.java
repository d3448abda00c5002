package org.semblance.platform.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.semblance.platform.RequestContext;

/** Turns every failure of a request into a problem document. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
    @Context
    private UriInfo uri;

    @Context
    private Request request;

    public ProblemMapper() {}

    ProblemMapper(UriInfo uri, Request request) {
        this.uri = uri;
        this.request = request;
    }

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof WebApplicationException answer && isNoRefusal(answer.getResponse())) {
            return answer.getResponse();
        }
        Diagnosis diagnosis = Diagnosis.of(failure);
        String path = uri.getRequestUri().getRawPath();
        FailureLog.record(diagnosis, failure, request.getMethod(), path);
        var response = Response.status(diagnosis.status())
                .type(ProblemBody.MEDIA_TYPE)
                .entity(ProblemBody.of(diagnosis, path, RequestContext.requestId()));
        ProblemHeaders.of(diagnosis).forEach(response::header);
        if (failure instanceof WebApplicationException refusal) {
            String allowed = refusal.getResponse().getHeaderString(HttpHeaders.ALLOW);
            response.header(HttpHeaders.ALLOW, allowed);
        }
        return response.build();
    }

    /** The answer to OPTIONS, for one, comes as an exception too. */
    private static boolean isNoRefusal(Response response) {
        return response.getStatus() < 400;
    }
}
