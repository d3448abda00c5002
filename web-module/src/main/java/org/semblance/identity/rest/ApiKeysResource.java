package org.semblance.identity.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.identity.keys.ApiKeyService;
import org.semblance.platform.Permissions;
import org.semblance.platform.rest.PageParameters;

/** The keys of programs. */
@Path("api-keys")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Credentials")
public class ApiKeysResource {
    private final ApiKeyService keys;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public ApiKeysResource() {
        this(null);
    }

    @Inject
    public ApiKeysResource(ApiKeyService keys) {
        this.keys = keys;
    }

    @GET
    @RolesAllowed({Permissions.APIKEY_CREATE, Permissions.APIKEY_MANAGE})
    @Operation(
            operationId = "listApiKeys",
            summary = "List API keys",
            description = "Your own; those of everybody need the permission `apikey:manage`.")
    @APIResponse(responseCode = "200", description = "Some of the keys, and where to go on")
    public ApiKeyResponse.Some list(
            @BeanParam PageParameters page,
            @Parameter(description = "Those of everybody") @QueryParam("all") @DefaultValue("false") boolean all) {
        return ApiKeyResponse.Some.of(
                all ? keys.listAll(page.after(), page.limit()) : keys.listOwn(page.after(), page.limit()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permissions.APIKEY_CREATE)
    @Operation(
            operationId = "createApiKey",
            summary = "Make an API key",
            description = "The answer has the key, which is told this once. It may do what you give it of your own "
                    + "permissions, and never more than you may at that moment.")
    @APIResponseSchema(
            value = ApiKeyResponse.Made.class,
            responseCode = "201",
            responseDescription = "The key, at the address in the header Location")
    public Response create(@NotNull @Valid ApiKeyRequest body, @Context UriInfo uri) {
        var made = keys.create(body.toNewKey());
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(Long.toString(made.summary().id()))
                        .build())
                .entity(ApiKeyResponse.Made.of(made))
                .build();
    }
}
