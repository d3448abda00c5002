package org.semblance.models.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.semblance.vision.pack.CataloguePack;

/** A public model pack that can be installed by name. */
@Schema(name = "CataloguePack", description = "A public model pack that can be installed by name")
public record CatalogueResponse(
        @Schema(examples = "buffalo-l") String name,
        @Schema(examples = "0.7") String version,
        String description,
        LicenceBody licence,

        @Schema(description = "Bytes that have to be fetched", examples = "288621354")
        long bytes,

        @Schema(description = "From where") List<String> downloads) {

    static CatalogueResponse of(CataloguePack pack) {
        return new CatalogueResponse(
                pack.name(),
                pack.version(),
                pack.description(),
                LicenceBody.of(pack.licence(), null),
                pack.bytes(),
                pack.downloads().stream()
                        .map(download -> download.url().toString())
                        .toList());
    }

    /** All of them. */
    @Schema(name = "Catalogue", description = "The public model packs that can be installed by name")
    public record All(List<CatalogueResponse> items) {
        static All of(List<CataloguePack> packs) {
            return new All(packs.stream().map(CatalogueResponse::of).toList());
        }
    }
}
