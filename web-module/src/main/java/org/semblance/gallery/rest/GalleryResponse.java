package org.semblance.gallery.rest;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.GallerySummary;
import org.semblance.platform.rest.Rounded;

/** A gallery as callers see it. */
@Schema(name = "Gallery", description = "A set of persons that are searched together")
public record GalleryResponse(
        @Schema(examples = "staff") String name,
        @Schema(examples = "Our staff") String title,

        @Schema(description = "Similarity that a match needs; left out where the model's own counts", examples = "0.42")
        @Nullable
        Double threshold,

        @Schema(description = "How far the best person must be ahead of the next for a match", examples = "0.05")
        double margin,

        @Schema(description = "Faces of a lower quality are not enrolled", examples = "0.3")
        double minQuality,

        @Schema(description = "How many persons it has", examples = "120")
        long persons,

        @Schema(description = "How many faces those have", examples = "342")
        long faces,

        Instant createdAt) {

    static GalleryResponse of(GallerySummary gallery) {
        return new GalleryResponse(
                gallery.name(),
                gallery.title(),
                Rounded.scoreOrNull(gallery.threshold()),
                Rounded.score(gallery.margin()),
                Rounded.score(gallery.minQuality()),
                gallery.persons(),
                gallery.faces(),
                gallery.createdAt());
    }

    /** All of them: there are never many. */
    @Schema(name = "Galleries", description = "Every gallery, in the order of names")
    public record All(List<GalleryResponse> items) {
        static All of(List<GallerySummary> galleries) {
            return new All(galleries.stream().map(GalleryResponse::of).toList());
        }
    }
}
