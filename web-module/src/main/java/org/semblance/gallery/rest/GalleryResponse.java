package org.semblance.gallery.rest;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.GallerySummary;
import org.semblance.identity.Rounded;
import org.semblance.platform.rest.Tagged;

/** A gallery as callers see it. */
@Schema(name = "Gallery", description = "A set of persons that are searched together")
public record GalleryResponse(
        @Schema(examples = "staff") String name,
        @Schema(examples = "Our staff") String title,

        @Schema(description = "What it is for", examples = "staff")
        String kind,

        @Schema(description = "How often two different people may be taken for one", examples = "0.000001")
        double falseAcceptRate,

        @Schema(description = "Similarity that a match needs; left out where the model's own counts", examples = "0.42")
        @Nullable
        Double threshold,

        @Schema(description = "How far the best person must be ahead of the next for a match", examples = "0.05")
        double margin,

        @Schema(description = "Faces of a lower quality are not enrolled", examples = "0.3")
        double minQuality,

        @Schema(description = "How many faces a person needs before a decision names them", examples = "3")
        int minFaces,

        @Schema(description = "What becomes of a recognised face of nobody known", examples = "keep")
        String unknownFaces,

        @Schema(description = "Whether nobody is matched who has not consented", examples = "false")
        boolean consentRequired,

        @Schema(description = "How many persons it has", examples = "120")
        long persons,

        @Schema(description = "How many faces there are, those of nobody included", examples = "342")
        long faces,

        @Schema(description = "How often the gallery itself was changed", examples = "3")
        int version,

        Instant createdAt)
        implements Tagged {

    static GalleryResponse of(GallerySummary gallery) {
        var rules = gallery.rules();
        return new GalleryResponse(
                gallery.name(),
                gallery.title(),
                rules.kind().code(),
                rules.falseAcceptRate().rate(),
                Rounded.scoreOrNull(rules.threshold()),
                Rounded.score(rules.margin()),
                Rounded.score(rules.minQuality()),
                rules.minFaces(),
                rules.unknownFaces().code(),
                rules.consentRequired(),
                gallery.persons(),
                gallery.faces(),
                gallery.version(),
                gallery.createdAt());
    }

    @Override
    public String entityTag() {
        return version + "-" + persons + "-" + faces;
    }

    /** All of them: there are never many. */
    @Schema(name = "Galleries", description = "Every gallery, in the order of names")
    public record All(List<GalleryResponse> items) {
        static All of(List<GallerySummary> galleries) {
            return new All(galleries.stream().map(GalleryResponse::of).toList());
        }
    }
}
