package org.semblance.retention.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.platform.Permissions;
import org.semblance.platform.rest.IfMatch;
import org.semblance.retention.RetentionService;

/** How long things are kept. */
@Path("retention/policies")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Retention")
public class RetentionPoliciesResource {
    private final RetentionService retention;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public RetentionPoliciesResource() {
        this(null);
    }

    @Inject
    public RetentionPoliciesResource(RetentionService retention) {
        this.retention = retention;
    }

    @GET
    @RolesAllowed(Permissions.RETENTION_READ)
    @Operation(operationId = "listRetentionPolicies", summary = "List how long things are kept")
    @APIResponse(responseCode = "200", description = "Every kind")
    public PolicyResponse.All list() {
        return PolicyResponse.All.of(retention.list());
    }

    @GET
    @Path("{kind}")
    @RolesAllowed(Permissions.RETENTION_READ)
    @Operation(operationId = "getRetentionPolicy", summary = "Get how long something is kept")
    @APIResponse(responseCode = "200", description = "The policy")
    public PolicyResponse get(@PathParam("kind") String kind) {
        return PolicyResponse.of(retention.require(kind));
    }

    @PUT
    @Path("{kind}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permissions.RETENTION_MANAGE)
    @Operation(
            operationId = "changeRetentionPolicy",
            summary = "Say how long something is kept",
            description = "From the next purge on. A shorter period takes effect on what is there already: ask for a "
                    + "dry run before the purge.")
    @APIResponse(responseCode = "200", description = "The policy as it is now")
    public PolicyResponse change(
            @PathParam("kind") String kind, @NotNull @Valid PolicyBody body, @BeanParam IfMatch match) {
        return PolicyResponse.of(retention.change(body.toTerms(kind), match.expected()));
    }
}
