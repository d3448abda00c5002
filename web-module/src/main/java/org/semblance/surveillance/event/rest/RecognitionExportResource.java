package org.semblance.surveillance.event.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.platform.Permissions;
import org.semblance.surveillance.event.EventExport;
import org.semblance.surveillance.event.RecognitionFormat;

/** Who came into the sight of cameras, to carry away. */
@Path("events/recognitions/export")
@ApplicationScoped
@Tag(name = "Events")
public class RecognitionExportResource {
    private final EventExport events;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public RecognitionExportResource() {
        this(null);
    }

    @Inject
    public RecognitionExportResource(EventExport events) {
        this.events = events;
    }

    @GET
    @Produces({"text/csv", "application/jsonl"})
    @RolesAllowed(Permissions.EVENT_EXPORT)
    @Operation(
            operationId = "exportRecognitionEvents",
            summary = "Export who came into the sight of cameras, the newest first",
            description = "Whatever happened up to now, of any length. The export itself is recorded. "
                    + "In CSV, a cell that a spreadsheet would take for a formula begins with an apostrophe.")
    @APIResponse(
            responseCode = "200",
            description = "The events, as a file to be saved",
            content = {
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(type = SchemaType.STRING),
                        example = "\"id\",\"at\",\"camera_id\",\"camera\"\r\n\"0198c5a1-...\",\"...\",\"7\",\"door\""),
                @Content(
                        mediaType = "application/jsonl",
                        schema = @Schema(type = SchemaType.STRING),
                        example = "{\"id\":\"0198c5a1-...\",\"camera\":{\"id\":7},\"outcome\":\"matched\"}")
            })
    @APIResponse(responseCode = "404", ref = "Problem")
    public Response export(
            @BeanParam RecognitionParameters wanted,
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
        var form = RecognitionFormat.of(format);
        var export = events.begin(wanted.query(), form.code());
        StreamingOutput written = output -> events.write(export, form, output);
        return Response.ok(written, form.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + form.fileName() + "\"")
                .build();
    }
}
