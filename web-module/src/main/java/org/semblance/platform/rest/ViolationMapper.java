package org.semblance.platform.rest;

import jakarta.validation.ValidationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** The server has a mapper of its own for failed validation, which only one for the same type displaces. */
@Provider
public class ViolationMapper implements ExceptionMapper<ValidationException> {
    @Context
    private UriInfo uri;

    @Context
    private Request request;

    public ViolationMapper() {}

    @Override
    public Response toResponse(ValidationException failure) {
        return new ProblemMapper(uri, request).toResponse(failure);
    }
}
