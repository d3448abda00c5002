package org.semblance.retention.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.platform.Permissions;
import org.semblance.platform.rest.PageParameters;
import org.semblance.retention.QuarantineService;

/** Files that no row names, and rows whose files are gone. */
@Path("retention")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Retention")
public class QuarantineResource {
    private final QuarantineService quarantine;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public QuarantineResource() {
        this(null);
    }

    @Inject
    public QuarantineResource(QuarantineService quarantine) {
        this.quarantine = quarantine;
    }

    @GET
    @Path("quarantine")
    @RolesAllowed(Permissions.RETENTION_READ)
    @Operation(operationId = "listQuarantinedFiles", summary = "List files that no row of the database named")
    @APIResponse(responseCode = "200", description = "Some of the files, and where to go on")
    public QuarantineResponse.Some list(@BeanParam PageParameters page) {
        return QuarantineResponse.Some.of(quarantine.list(page.after(), page.limit()));
    }

    @POST
    @Path("quarantine/{file}/restore")
    @RolesAllowed(Permissions.RETENTION_MANAGE)
    @Operation(
            operationId = "restoreQuarantinedFile",
            summary = "Put a file back that a row of the database names again",
            description = "As after the restore of a newer backup of the database. The job `reconcile-images` puts all "
                    + "such files back by itself.")
    @APIResponse(responseCode = "204", description = "It is where it was")
    @APIResponse(responseCode = "409", description = "`file-unnamed`: no row names it, so it would be set aside again")
    public void restore(@PathParam("file") long file) {
        quarantine.restore(file);
    }

    @GET
    @Path("missing-images")
    @RolesAllowed(Permissions.RETENTION_READ)
    @Operation(
            operationId = "listMissingImages",
            summary = "List images whose files are gone",
            description = "As the last run of `reconcile-images` found them. Nothing of them is removed: put the files "
                    + "back from a backup, or delete the faces.")
    @APIResponse(responseCode = "200", description = "Some of the images, and where to go on")
    public QuarantineResponse.SomeMissing missing(@BeanParam PageParameters page) {
        return QuarantineResponse.SomeMissing.of(quarantine.missing(page.after(), page.limit()));
    }
}
