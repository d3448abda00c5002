package org.semblance.lookalike.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.lookalike.SimilarUserService;
import org.semblance.platform.rest.PageParameters;

/** Who looks most like a user. */
@Path("users/{user}/similar")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Users")
public class SimilarUsersResource {
    private final SimilarUserService similar;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public SimilarUsersResource() {
        this(null);
    }

    @Inject
    public SimilarUsersResource(SimilarUserService similar) {
        this.similar = similar;
    }

    @GET
    @RolesAllowed("**")
    @Operation(
            operationId = "listSimilarUsers",
            summary = "List the users who look most like a user",
            description = "As the last run of the job `precompute-similarities` found them. Those of somebody else need"
                    + " the permissions `user:read` and `search:run` everywhere; without them there is no such user.")
    @APIResponse(responseCode = "200", description = "Some of the users, the most similar first, and where to go on")
    public SimilarUserResponse.Some list(@PathParam("user") UUID user, @BeanParam PageParameters page) {
        return SimilarUserResponse.Some.of(similar.list(user, page.after(), page.limit()));
    }
}
