package org.semblance.privacy.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.PersonId;
import org.semblance.platform.Permissions;
import org.semblance.platform.rest.PageParameters;
import org.semblance.privacy.erasure.Erasure;
import org.semblance.privacy.erasure.ErasureService;

/** Persons who are to be erased, or have been. */
@Path("erasures")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Privacy")
public class ErasuresResource {
    private final ErasureService erasures;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public ErasuresResource() {
        this(null);
    }

    @Inject
    public ErasuresResource(ErasureService erasures) {
        this.erasures = erasures;
    }

    @GET
    @RolesAllowed(Permissions.ERASURE_READ)
    @Operation(operationId = "listErasures", summary = "List erasures")
    @APIResponse(responseCode = "200", description = "Some of them, the first first, and where to go on")
    public ErasureResponse.Some list(
            @Parameter(description = "Only those in this state", example = "held") @QueryParam("state") @Nullable
                    String state,
            @BeanParam PageParameters page) {
        var only = Optional.ofNullable(state).map(Erasure.State::of);
        return ErasureResponse.Some.of(erasures.list(only, page.after(), page.limit()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permissions.ERASURE_RUN)
    @Operation(
            operationId = "erasePerson",
            summary = "Erase a person from every store",
            description = "A job removes all rows, embeddings, pictures and traces; on pictures that show others too, "
                    + "the person's face is covered. It cannot be undone. It ends in a signed report. One that was to "
                    + "begin later, was held or has failed begins again. Under a legal hold it becomes `held`.")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponseSchema(
            value = ErasureResponse.class,
            responseCode = "202",
            responseDescription = "It has been asked for; watch it at the address in the header Location")
    public Response erase(@NotNull @Valid ErasureRequest body, @Context UriInfo uri) {
        Erasure erasure = erasures.request(new PersonId(body.person()));
        return Response.accepted(ErasureResponse.of(erasure))
                .location(uri.getAbsolutePathBuilder()
                        .path(erasure.id().toString())
                        .build())
                .build();
    }
}
