package org.semblance.gallery.rest;

import jakarta.validation.constraints.NotBlank;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.NewGallery;

/** A gallery to make. */
@Schema(name = "NewGallery", description = "A gallery to make")
public record GalleryRequest(
        @Schema(
                description = "What it is called in addresses: lower-case letters, digits and hyphens",
                pattern = "[a-z0-9][a-z0-9-]{0,62}",
                examples = "staff")
        @NotBlank
        String name,

        @Schema(description = "What people call it; the name when left out", maxLength = 200, examples = "Our staff")
        @Nullable
        String title,

        @Schema(
                description = "Similarity that a match needs, 0 to 1; the model's calibrated one when left out",
                examples = "0.42")
        @Nullable
        Double threshold,

        @Schema(
                description = "How far the best person must be ahead of the next for a match, 0 to 1",
                defaultValue = "0.05",
                examples = "0.05")
        @Nullable
        Double margin,

        @Schema(
                description = "Faces of a lower quality are not enrolled, 0 to 1",
                defaultValue = "0.3",
                examples = "0.3")
        @Nullable
        Double minQuality) {

    NewGallery toNewGallery() {
        return new NewGallery(
                new GalleryName(name),
                Objects.requireNonNullElse(title, name),
                threshold,
                Objects.requireNonNullElse(margin, NewGallery.DEFAULT_MARGIN),
                Objects.requireNonNullElse(minQuality, NewGallery.DEFAULT_MIN_QUALITY));
    }
}
