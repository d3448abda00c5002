package org.semblance.vision.rest;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Describes the form in which a photo is sent; {@link PhotoUploadReader} reads it. */
@Schema(description = "A form with a photo")
public record PhotoForm(
        @Schema(
                type = SchemaType.STRING,
                format = "binary",
                required = true,
                description = "The photo: JPEG, PNG, WebP, BMP, GIF or TIFF, told by its bytes and not by its name")
        String image) {}
