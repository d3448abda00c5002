package org.semblance.surveillance.rest;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Describes the form of a frame; {@link FrameParameters} reads it. */
@Schema(description = "A form with a frame and its time")
public record FrameForm(
        @Schema(
                type = SchemaType.STRING,
                format = "binary",
                required = true,
                description = "The frame: JPEG, PNG, WebP, BMP, GIF or TIFF, told by its bytes and not by its name")
        String image,

        @Schema(description = FrameParameters.TAKEN_AT, examples = "2026-01-02T12:00:00.120Z") @Nullable
        String takenAt,

        @Schema(description = FrameParameters.SENT_AT, examples = "2026-01-02T12:00:00.380Z") @Nullable
        String sentAt) {}
