package org.semblance.gallery.rest;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Describes the form of a recognition; {@link RecognizeParameters} reads it. */
@Schema(description = "A form with a photo and the gallery of its faces")
public record RecognizeForm(
        @Schema(
                type = SchemaType.STRING,
                format = "binary",
                required = true,
                description = "The photo: JPEG, PNG, WebP, BMP, GIF or TIFF, told by its bytes and not by its name")
        String image,

        @Schema(description = "The gallery of the faces", examples = "album")
        String gallery,

        @Schema(description = "Whether to store the faces, or only to tell", defaultValue = "true") @Nullable
        Boolean store) {}
