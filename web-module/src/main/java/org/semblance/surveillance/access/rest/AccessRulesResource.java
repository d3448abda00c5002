package org.semblance.surveillance.access.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import org.jspecify.annotations.Nullable;
import org.semblance.platform.Permissions;
import org.semblance.platform.rest.IfMatch;
import org.semblance.platform.rest.PageParameters;
import org.semblance.surveillance.access.AccessRuleId;
import org.semblance.surveillance.access.AccessRuleService;
import org.semblance.surveillance.access.DoorName;

/** Who may pass where and when. */
@Path("access-rules")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Access")
public class AccessRulesResource {
    private final AccessRuleService rules;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public AccessRulesResource() {
        this(null);
    }

    @Inject
    public AccessRulesResource(AccessRuleService rules) {
        this.rules = rules;
    }

    @GET
    @RolesAllowed(Permissions.ACCESS_READ)
    @Operation(operationId = "listAccessRules", summary = "List access rules")
    @APIResponse(responseCode = "200", description = "Some of them, and where to go on")
    @APIResponse(responseCode = "404", ref = "Problem")
    public AccessRuleResponse.Some list(
            @Parameter(description = "Only those that hold at this door", example = "main-entrance")
                    @QueryParam("door")
                    @Nullable
                    String door,
            @BeanParam PageParameters page) {
        return AccessRuleResponse.Some.of(rules.list(door == null ? null : new DoorName(door), page.after(), page.limit()));
    }

    @POST
    @RolesAllowed(Permissions.ACCESS_MANAGE)
    @Operation(operationId = "createAccessRule", summary = "Make an access rule")
    @APIResponseSchema(
            value = AccessRuleResponse.class,
            responseCode = "201",
            responseDescription = "It, at the address in the header Location")
    public Response create(@NotNull @Valid AccessRuleRequest body, @Context UriInfo uri) {
        var made = rules.create(body.toNew());
        return Response.created(uri.getAbsolutePathBuilder().path(made.id().toString()).build())
                .entity(AccessRuleResponse.of(made))
                .build();
    }

    @GET
    @Path("{rule}")
    @RolesAllowed(Permissions.ACCESS_READ)
    @Operation(operationId = "getAccessRule", summary = "Get an access rule")
    @APIResponse(responseCode = "200", description = "It as it is now")
    public AccessRuleResponse get(@PathParam("rule") long rule) {
        return AccessRuleResponse.of(rules.require(new AccessRuleId(rule)));
    }

    @PUT
    @Path("{rule}")
    @RolesAllowed(Permissions.ACCESS_MANAGE)
    @Operation(operationId = "changeAccessRule", summary = "Change an access rule")
    @APIResponse(responseCode = "200", description = "It as it is now")
    public AccessRuleResponse change(
            @PathParam("rule") long rule, @NotNull @Valid AccessRuleRequest body, @BeanParam IfMatch match) {
        return AccessRuleResponse.of(rules.change(new AccessRuleId(rule), body.toNew(), match.expected()));
    }

    @DELETE
    @Path("{rule}")
    @RolesAllowed(Permissions.ACCESS_MANAGE)
    @Operation(operationId = "deleteAccessRule", summary = "Delete an access rule")
    @APIResponse(responseCode = "204", description = "It is gone")
    public void delete(@PathParam("rule") long rule, @BeanParam IfMatch match) {
        rules.remove(new AccessRuleId(rule), match.expected());
    }
}
