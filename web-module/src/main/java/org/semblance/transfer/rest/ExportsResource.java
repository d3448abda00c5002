package org.semblance.transfer.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.file.Files;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.platform.Permissions;
import org.semblance.transfer.ExportService;

/** Galleries that the job export-gallery has written into files. */
@Path("exports")
@ApplicationScoped
@Tag(name = "Jobs")
public class ExportsResource {
    private static final String ZIP = "application/zip";

    private final ExportService exports;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public ExportsResource() {
        this(null);
    }

    @Inject
    public ExportsResource(ExportService exports) {
        this.exports = exports;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permissions.GALLERY_EXPORT)
    @Operation(
            operationId = "listExports",
            summary = "List the exports of galleries",
            description = "The job `export-gallery` makes them; after `semblance.export.keep` they are gone.")
    @APIResponse(responseCode = "200", description = "All that can be fetched")
    public ExportFileResponse.All list() {
        return ExportFileResponse.All.of(exports.list());
    }

    @GET
    @Path("{export}")
    @Produces(ZIP)
    @RolesAllowed(Permissions.GALLERY_EXPORT)
    @Operation(
            operationId = "getExport",
            summary = "Fetch an export of a gallery",
            description = "A ZIP whose manifest is signed; the job `import-gallery` reads it. Asks for the password "
                    + "again. That it was fetched is recorded.")
    @APIResponse(
            responseCode = "200",
            description = "The ZIP",
            content = @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response get(@PathParam("export") String export) {
        var file = exports.fetch(export);
        StreamingOutput zip = out -> Files.copy(file, out);
        return Response.ok(zip, ZIP)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.getFileName() + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    @DELETE
    @Path("{export}")
    @RolesAllowed(Permissions.GALLERY_EXPORT)
    @Operation(operationId = "deleteExport", summary = "Delete an export of a gallery before it expires")
    @APIResponse(responseCode = "204", description = "It is gone")
    public void delete(@PathParam("export") String export) {
        exports.delete(export);
    }
}
