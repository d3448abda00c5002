package org.semblance.audit.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.audit.AuditService;
import org.semblance.platform.Permissions;
import org.semblance.platform.rest.PageParameters;

/** The audit trail. */
@Path("audit")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Audit")
public class AuditResource {
    private final AuditService audit;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public AuditResource() {
        this(null);
    }

    @Inject
    public AuditResource(AuditService audit) {
        this.audit = audit;
    }

    @GET
    @RolesAllowed(Permissions.AUDIT_READ)
    @Operation(operationId = "listAuditEntries", summary = "List what was done and refused, the newest first")
    @APIResponse(responseCode = "200", description = "Some of the entries, and where to go on")
    public AuditEntryResponse.Some list(@Valid @BeanParam AuditParameters wanted, @BeanParam PageParameters page) {
        return AuditEntryResponse.Some.of(audit.list(wanted.query(), page.after(), page.limit()));
    }

    @GET
    @Path("{entry: [0-9]+}")
    @RolesAllowed(Permissions.AUDIT_READ)
    @Operation(operationId = "getAuditEntry", summary = "Read one entry of the audit trail")
    @APIResponse(responseCode = "200", description = "The entry")
    public AuditEntryResponse get(@PathParam("entry") long entry) {
        return AuditEntryResponse.of(audit.require(entry));
    }
}
