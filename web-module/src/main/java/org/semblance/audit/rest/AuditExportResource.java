package org.semblance.audit.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.audit.AuditFormat;
import org.semblance.audit.AuditService;
import org.semblance.platform.Permissions;

/** The audit trail to carry away. */
@Path("audit/export")
@ApplicationScoped
@Tag(name = "Audit")
public class AuditExportResource {
    private final AuditService audit;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public AuditExportResource() {
        this(null);
    }

    @Inject
    public AuditExportResource(AuditService audit) {
        this.audit = audit;
    }

    @GET
    @Produces({"text/csv", "application/jsonl"})
    @RolesAllowed(Permissions.AUDIT_EXPORT)
    @Operation(
            operationId = "exportAuditEntries",
            summary = "Export what was done and refused, the newest first",
            description = "Whatever was recorded up to now, of any length. The export itself is recorded. "
                    + "In CSV, a cell that a spreadsheet would take for a formula begins with an apostrophe.")
    @APIResponse(
            responseCode = "200",
            description = "The entries, as a file to be saved",
            content = {
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(type = SchemaType.STRING),
                        example =
                                "\"id\",\"occurred_at\",\"actor_kind\",\"actor\"\r\n\"4711\",\"...\",\"user\",\"anna\""),
                @Content(
                        mediaType = "application/jsonl",
                        schema = @Schema(type = SchemaType.STRING),
                        example = "{\"id\":4711,\"actor\":\"anna\",\"action\":\"person.deleted\"}")
            })
    public Response export(
            @Valid @BeanParam AuditParameters wanted,
            @Parameter(
                            description = "How to write them",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"csv", "jsonl"},
                                            defaultValue = "csv"))
                    @QueryParam("format")
                    @DefaultValue("csv")
                    String format) {
        var form = AuditFormat.of(format);
        var query = audit.beginExport(wanted.query(), form.code());
        StreamingOutput entries = output -> audit.export(query, form, output);
        return Response.ok(entries, MediaType.valueOf(form.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + form.fileName() + "\"")
                .build();
    }
}
