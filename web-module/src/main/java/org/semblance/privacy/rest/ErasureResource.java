package org.semblance.privacy.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.platform.Permissions;
import org.semblance.privacy.erasure.ErasureId;
import org.semblance.privacy.erasure.ErasureService;

/** One erasure. */
@Path("erasures/{erasure}")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Privacy")
public class ErasureResource {
    private final ErasureService erasures;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public ErasureResource() {
        this(null);
    }

    @Inject
    public ErasureResource(ErasureService erasures) {
        this.erasures = erasures;
    }

    @GET
    @RolesAllowed(Permissions.ERASURE_READ)
    @Operation(operationId = "getErasure", summary = "See how an erasure goes")
    @APIResponse(responseCode = "200", description = "The erasure")
    public ErasureResponse get(@PathParam("erasure") long erasure) {
        return ErasureResponse.of(erasures.require(new ErasureId(erasure)));
    }

    @POST
    @Path("retry")
    @RolesAllowed(Permissions.ERASURE_RUN)
    @Operation(
            operationId = "retryErasure",
            summary = "Go on with an erasure",
            description = "With one that has failed or was held, where it was. What is done is not done again.")
    @APIResponseSchema(value = ErasureResponse.class, responseCode = "202", responseDescription = "It goes on")
    @APIResponse(responseCode = "409", description = "`erasure-ended`: it is done, or was called off")
    public Response retry(@PathParam("erasure") long erasure) {
        return Response.accepted(ErasureResponse.of(erasures.retry(new ErasureId(erasure))))
                .build();
    }

    @GET
    @Path("report")
    @RolesAllowed(Permissions.ERASURE_READ)
    @Operation(
            operationId = "getErasureReport",
            summary = "Get the signed report of an erasure",
            description = "Names nobody. `signature` is a JSON Web Signature (RS256, compact) whose payload is "
                    + "`report`; its `kid` names the installation's key.")
    @APIResponse(
            responseCode = "200",
            description = "What was erased, and how that was verified",
            content = @Content(schema = @Schema(implementation = ErasureReportResponse.class)))
    @APIResponse(responseCode = "409", description = "`erasure-not-done`: there is no report yet")
    public Response report(@PathParam("erasure") long erasure) {
        var report = erasures.report(new ErasureId(erasure));
        return Response.ok(ErasureReportResponse.of(report))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"erasure-" + erasure + ".json\"")
                .build();
    }
}
