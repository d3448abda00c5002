package org.semblance.gallery.rest;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.GalleryName;
import org.semblance.platform.InvalidInputException;
import org.semblance.vision.rest.PhotoUpload;

/** Where the faces of a photo go, said in the address or in the form beside the photo; the form wins. */
public class RecognizeParameters {
    @Parameter(description = "The gallery of the faces; may also be a field of the form", example = "album")
    @QueryParam("gallery")
    private @Nullable String gallery;

    @Parameter(
            description = "Whether to store the faces, or only to tell; may also be a field of the form",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "true"))
    @QueryParam("store")
    private @Nullable String store;

    GalleryName gallery(PhotoUpload upload) {
        return upload.field("gallery", gallery)
                .map(GalleryName::new)
                .orElseThrow(() -> new InvalidInputException("gallery", "Say which gallery the faces belong to"));
    }

    boolean isStored(PhotoUpload upload) {
        return upload.flag("store", store, true);
    }
}
