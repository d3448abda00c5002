package org.semblance.privacy.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.gallery.PersonId;
import org.semblance.platform.Permissions;
import org.semblance.privacy.SubjectAccessService;

/** Everything that is held of a person. */
@Path("persons/{person}/export")
@ApplicationScoped
@Tag(name = "Privacy")
public class ExportResource {
    static final String ZIP = "application/zip";

    private final SubjectAccessService access;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public ExportResource() {
        this(null);
    }

    @Inject
    public ExportResource(SubjectAccessService access) {
        this.access = access;
    }

    @GET
    @Produces(ZIP)
    @RolesAllowed(Permissions.PRIVACY_EXPORT)
    @Operation(
            operationId = "exportPerson",
            summary = "Get everything that is held of a person",
            description = "A ZIP with `data.json` (every row of every table that is about the person, by context and "
                    + "table), `images/` and a `README.txt`. Others on the pictures are covered. Deleted persons can "
                    + "be exported until they are purged.")
    @APIResponse(
            responseCode = "200",
            description = "The ZIP, as it is being made",
            content = @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response export(@PathParam("person") long person) {
        var subject = access.begin(new PersonId(person));
        StreamingOutput zip = out -> access.write(subject, out);
        return Response.ok(zip, ZIP)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"person-" + person + ".zip\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }
}
