package org.semblance.gallery.rest;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Describes the form of a comparison. */
@Schema(description = "A form with a photo, and either another photo or a person to compare it with")
public record VerifyForm(
        @Schema(
                type = SchemaType.STRING,
                format = "binary",
                required = true,
                description = "The photo: JPEG, PNG, WebP, BMP, GIF or TIFF, told by its bytes and not by its name")
        String image,

        @Schema(type = SchemaType.STRING, format = "binary", description = "The photo to compare it with") @Nullable
        String otherImage,

        @Schema(description = "Or the person to compare it with, by the rules of their gallery", examples = "1815")
        @Nullable
        Long person,

        @Schema(
                description = "How often two different people may be taken for one, when two photos are compared: "
                        + "0.01, 0.001, 0.0001, 0.00001 or 0.000001",
                defaultValue = "0.0001",
                examples = "0.0001")
        @Nullable
        Double falseAcceptRate) {}
