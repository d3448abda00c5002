package org.semblance.gallery.rest;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Describes the form of a search; {@link SearchParameters} reads it. */
@Schema(description = "A form with a photo and what to search for")
public record SearchForm(
        @Schema(
                type = SchemaType.STRING,
                format = "binary",
                required = true,
                description = "The photo: JPEG, PNG, WebP, BMP, GIF or TIFF, told by its bytes and not by its name")
        String image,

        @Schema(description = "The gallery to search", examples = "staff")
        String gallery,

        @Schema(description = "How many candidates for each face at most", defaultValue = "5", examples = "5") @Nullable
        Integer limit,

        @Schema(description = "Similarity that a match needs, instead of the gallery's", examples = "0.42") @Nullable
        Double threshold,

        @Schema(description = "Only faces in pictures that this user brought", format = "uuid") @Nullable
        String owner,

        @Schema(description = "Nobody whom this user claims to be", format = "uuid") @Nullable
        String notUser,

        @Schema(description = "Only public figures", defaultValue = "false") @Nullable
        Boolean publicFigures,

        @Schema(description = "Use no index that may miss somebody", defaultValue = "false") @Nullable
        Boolean exact,

        @Schema(description = "Tell how each face was looked for, and why so", defaultValue = "false") @Nullable
        Boolean explain) {}
