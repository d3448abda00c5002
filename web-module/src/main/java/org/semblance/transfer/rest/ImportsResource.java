package org.semblance.transfer.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.platform.Permissions;
import org.semblance.transfer.UploadService;

/** Files for jobs to read, from people who cannot put them on the server themselves. */
@Path("imports")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Jobs")
public class ImportsResource {
    private final UploadService uploads;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public ImportsResource() {
        this(null);
    }

    @Inject
    public ImportsResource(UploadService uploads) {
        this.uploads = uploads;
    }

    @GET
    @RolesAllowed(Permissions.JOB_MANAGE)
    @Operation(
            operationId = "listImports",
            summary = "List the files that were sent for jobs",
            description = "Needs `person:enroll` in all galleries besides.")
    @APIResponse(responseCode = "200", description = "All of them")
    public UploadResponse.All list() {
        return UploadResponse.All.of(uploads.list());
    }

    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @RolesAllowed(Permissions.JOB_MANAGE)
    @Operation(
            operationId = "sendImport",
            summary = "Send a file for jobs, or a piece of it",
            description =
                    "A ZIP of `Name/picture.jpg`, a list in CSV, or an export of a gallery. A file that is larger "
                            + "than a request may be is sent in pieces, each of which says where it goes on; one that breaks "
                            + "off leaves the file as it was. Needs `person:enroll` in all galleries besides.")
    @APIResponseSchema(
            value = UploadResponse.class,
            responseCode = "201",
            responseDescription = "The file as it is now; `folder` is what to tell the job")
    public Response send(
            @Parameter(description = "Its name, which ends in .zip or .csv", example = "staff.zip")
                    @QueryParam("name")
                    @NotNull
                    String name,
            @Parameter(description = "Where the piece belongs: how many bytes have arrived")
                    @QueryParam("offset")
                    @DefaultValue("0")
                    @Min(0)
                    long offset,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
                    @NotNull
                    InputStream piece,
            @Context UriInfo uri) {
        var file = uploads.append(name, offset, piece);
        return Response.created(uri.getAbsolutePathBuilder().path(file.name()).build())
                .entity(UploadResponse.of(file))
                .build();
    }

    @DELETE
    @Path("{name}")
    @RolesAllowed(Permissions.JOB_MANAGE)
    @Operation(
            operationId = "deleteImport",
            summary = "Delete a file that was sent",
            description = "Needs `person:enroll` in all galleries besides.")
    @APIResponse(responseCode = "204", description = "It is gone")
    public void delete(@PathParam("name") String name) {
        uploads.delete(name);
    }
}
