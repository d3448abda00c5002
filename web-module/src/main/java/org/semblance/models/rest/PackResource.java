package org.semblance.models.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.models.PackService;
import org.semblance.models.PackUseService;
import org.semblance.platform.Permissions;

/** One installed model pack. */
@Path("models/packs/{pack}")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Models")
public class PackResource {
    private final PackService packs;
    private final PackUseService use;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public PackResource() {
        this(null, null);
    }

    @Inject
    public PackResource(PackService packs, PackUseService use) {
        this.packs = packs;
        this.use = use;
    }

    @GET
    @RolesAllowed(Permissions.MODEL_READ)
    @Operation(operationId = "getModelPack", summary = "See an installed model pack")
    @APIResponse(responseCode = "200", description = "The pack")
    public PackResponse get(@PathParam("pack") String pack) {
        return PackResponse.of(packs.require(pack));
    }

    @POST
    @Path("verification")
    @RolesAllowed(Permissions.MODEL_MANAGE)
    @Operation(
            operationId = "verifyModelPack",
            summary = "Check an installed model pack",
            description = "Reads every file, compares its checksum and tries the models. A problem says what is wrong.")
    @APIResponse(responseCode = "200", description = "The pack, which is sound")
    public PackResponse verify(@PathParam("pack") String pack) {
        packs.verify(pack);
        return PackResponse.of(packs.require(pack));
    }

    @DELETE
    @RolesAllowed(Permissions.MODEL_MANAGE)
    @Operation(
            operationId = "deleteModelPack",
            summary = "Remove a model pack",
            description = "With every embedding that its model has made. The pack in use cannot be removed.")
    @APIResponse(responseCode = "204", description = "It is gone")
    public void delete(@PathParam("pack") String pack) {
        use.remove(pack);
    }
}
