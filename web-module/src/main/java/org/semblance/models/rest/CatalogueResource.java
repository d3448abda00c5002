package org.semblance.models.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.models.PackService;
import org.semblance.platform.Permissions;

/** The public model packs that can be installed by name. */
@Path("models/catalogue")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Models")
public class CatalogueResource {
    private final PackService packs;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public CatalogueResource() {
        this(null);
    }

    @Inject
    public CatalogueResource(PackService packs) {
        this.packs = packs;
    }

    @GET
    @RolesAllowed(Permissions.MODEL_READ)
    @Operation(operationId = "listCatalogue", summary = "List the public model packs that can be installed by name")
    @APIResponse(responseCode = "200", description = "Every pack of the catalogue with its licence")
    public CatalogueResponse.All list() {
        return CatalogueResponse.All.of(packs.catalogue());
    }
}
