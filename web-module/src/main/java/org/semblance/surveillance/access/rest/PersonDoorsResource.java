package org.semblance.surveillance.access.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.gallery.PersonId;
import org.semblance.platform.Permissions;
import org.semblance.platform.rest.PageParameters;
import org.semblance.surveillance.access.AccessQuestions;

/** Where somebody would pass. */
@Path("persons/{person}/doors")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Access")
public class PersonDoorsResource {
    private final AccessQuestions questions;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public PersonDoorsResource() {
        this(null);
    }

    @Inject
    public PersonDoorsResource(AccessQuestions questions) {
        this.questions = questions;
    }

    @GET
    @RolesAllowed(Permissions.ACCESS_READ)
    @Operation(
            operationId = "listDoorsOfPerson",
            summary = "List where somebody would pass at a time, and where not",
            description = "Every door whose cameras look for the person; none while they are deleted or have withdrawn "
                    + "their consent.")
    @APIResponse(responseCode = "200", description = "Some of the doors with what would be decided, and where to go on")
    public AccessResponse.Some list(
            @PathParam("person") long person, @BeanParam AtParameter when, @BeanParam PageParameters page) {
        return AccessResponse.Some.of(
                questions.doorsOf(new PersonId(person), when.at(), page.after(), page.limit()));
    }
}
