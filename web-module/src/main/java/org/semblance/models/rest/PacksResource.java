package org.semblance.models.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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
import org.semblance.models.PackService;
import org.semblance.platform.Permissions;

/** The installed model packs. */
@Path("models/packs")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Models")
public class PacksResource {
    private final PackService packs;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public PacksResource() {
        this(null);
    }

    @Inject
    public PacksResource(PackService packs) {
        this.packs = packs;
    }

    @GET
    @RolesAllowed(Permissions.MODEL_READ)
    @Operation(operationId = "listModelPacks", summary = "List the installed model packs")
    @APIResponse(responseCode = "200", description = "Every pack, the broken ones with what is wrong with them")
    public PackResponse.All list() {
        return PackResponse.All.of(packs.list());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permissions.MODEL_MANAGE)
    @Operation(
            operationId = "fetchModelPack",
            summary = "Fetch and install a model pack",
            description = "By its name in the catalogue, or from an address. A job fetches it, checks it and tries it.")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "202", description = "A job fetches it; watch it at the address in the header Location")
    public Response fetch(@NotNull @Valid PackRequest body, @Context UriInfo uri) {
        var job = packs.fetch(body.source(), body.acceptLicence());
        return Response.accepted()
                .location(uri.getBaseUriBuilder()
                        .path("jobs")
                        .path(job.toString())
                        .build())
                .build();
    }

    @POST
    @Consumes("application/zip")
    @RolesAllowed(Permissions.MODEL_MANAGE)
    @Operation(
            operationId = "uploadModelPack",
            summary = "Install a model pack from an archive",
            description = "A ZIP archive with a `pack.yaml` and the files that it names.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/zip",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponseSchema(value = PackResponse.class, responseCode = "201", responseDescription = "It is installed")
    public Response upload(
            InputStream archive,
            @Parameter(description = "Whether you accept the licence, should that forbid some uses")
                    @QueryParam("accept_licence")
                    @DefaultValue("false")
                    boolean acceptLicence,
            @Context UriInfo uri) {
        var installed = PackResponse.of(packs.install(archive, acceptLicence));
        return Response.created(
                        uri.getAbsolutePathBuilder().path(installed.name()).build())
                .entity(installed)
                .build();
    }
}
