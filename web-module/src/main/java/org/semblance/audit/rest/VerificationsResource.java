package org.semblance.audit.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.audit.chain.TrailVerificationService;
import org.semblance.platform.Permissions;

/** Proofs that nobody has tampered with the audit trail. */
@Path("audit/verifications")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Audit")
public class VerificationsResource {
    private final TrailVerificationService verifications;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public VerificationsResource() {
        this(null);
    }

    @Inject
    public VerificationsResource(TrailVerificationService verifications) {
        this.verifications = verifications;
    }

    @GET
    @RolesAllowed(Permissions.AUDIT_READ)
    @Operation(operationId = "listAuditVerifications", summary = "List the latest verifications of the audit trail")
    @APIResponse(responseCode = "200", description = "The latest, the newest first, and the ends of the chains")
    public VerificationResponse.Latest list(
            @Parameter(description = "How many at most") @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(200)
                    int limit) {
        return new VerificationResponse.Latest(
                verifications.latest(limit).stream()
                        .map(VerificationResponse::of)
                        .toList(),
                verifications.heads().stream()
                        .map(VerificationResponse.Head::of)
                        .toList());
    }

    @POST
    @RolesAllowed(Permissions.AUDIT_READ)
    @Operation(
            operationId = "verifyAudit",
            summary = "Verify the audit trail",
            description = "A job compares every entry with its seal. One runs every day by itself.")
    @APIResponse(responseCode = "202", description = "A job does it; watch it at the address in the header Location")
    public Response start(@Context UriInfo uri) {
        long run = verifications.start();
        return Response.accepted()
                .location(uri.getBaseUriBuilder()
                        .path("jobs")
                        .path(Long.toString(run))
                        .build())
                .build();
    }
}
