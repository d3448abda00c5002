package org.semblance.identity.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.identity.directory.IdentityLink;
import org.semblance.identity.directory.IdentityLinkService;
import org.semblance.platform.Permissions;

/** Whom identity providers mean by a user. */
@Path("users/{user}/identity-links")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Users")
public class IdentityLinksResource {
    private final IdentityLinkService links;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public IdentityLinksResource() {
        this(null);
    }

    @Inject
    public IdentityLinksResource(IdentityLinkService links) {
        this.links = links;
    }

    @GET
    @RolesAllowed(Permissions.USER_READ)
    @Operation(operationId = "listIdentityLinks", summary = "List whom identity providers mean by a user")
    @APIResponse(responseCode = "200", description = "The links")
    public IdentityLinkResponse.All list(@PathParam("user") UUID user) {
        return IdentityLinkResponse.All.of(links.list(user));
    }

    @POST
    @RolesAllowed(Permissions.USER_MANAGE)
    @Operation(
            operationId = "linkIdentity",
            summary = "Let an identity provider's user in as this one",
            description = "For a user who was here before single sign-on was, and is refused with `account-taken`; the "
                    + "audit log tells the subject. You need everything that the user may do, and a recent step-up.")
    @APIResponseSchema(
            value = IdentityLinkResponse.class,
            responseCode = "201",
            responseDescription = "The link, at the address in the header Location")
    public Response link(
            @PathParam("user") UUID user, @NotNull @Valid IdentityLinkResponse.Wanted body, @Context UriInfo uri) {
        IdentityLink link = links.link(user, body.issuer(), body.subject());
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(Long.toString(link.id()))
                        .build())
                .entity(IdentityLinkResponse.of(link))
                .build();
    }

    @DELETE
    @Path("{link}")
    @RolesAllowed(Permissions.USER_MANAGE)
    @Operation(
            operationId = "unlinkIdentity",
            summary = "Stop letting an identity provider's user in as this one",
            description = "Ends the sessions that began with it and takes the roles that the provider gave. "
                    + "Needs a recent step-up.")
    @APIResponse(responseCode = "204", description = "They are two")
    public void unlink(
            @PathParam("user") UUID user, @Parameter(description = "Id of the link") @PathParam("link") long link) {
        links.unlink(user, link);
    }
}
