package org.semblance.gallery.rest;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.GalleryKind;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.GalleryRules;
import org.semblance.gallery.NewGallery;
import org.semblance.platform.InvalidInputException;
import org.semblance.vision.FalseAcceptRate;

/** A gallery to make, or what one is to become. */
@Schema(
        name = "NewGallery",
        description = "A gallery to make, or what one is to become; what is left out is as its kind has it")
public record GalleryRequest(
        @Schema(
                description = "What it is called in addresses: lower-case letters, digits and hyphens; never changes",
                pattern = "[a-z0-9][a-z0-9-]{0,62}",
                examples = "staff")
        @Nullable
        String name,

        @Schema(description = "What people call it; the name when left out", maxLength = 200, examples = "Our staff")
        @Nullable
        String title,

        @Schema(
                description = "What it is for: `general`, `staff` (rather not known than mistaken), `album` (rather "
                        + "found too often than missed) or `public-figures`; decides what is left out below",
                enumeration = {"general", "staff", "album", "public-figures"},
                defaultValue = "general",
                examples = "staff")
        @Nullable
        String kind,

        @Schema(
                description = "How often two different people may be taken for one: 0.01, 0.001, 0.0001, 0.00001 or "
                        + "0.000001; picks the threshold that the model pack was calibrated to. A search among "
                        + "1,000 persons compares 1,000 times",
                examples = "0.000001")
        @Nullable
        Double falseAcceptRate,

        @Schema(description = "Similarity that a match needs, 0 to 1, instead of the calibrated one", examples = "0.42")
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
        Double minQuality,

        @Schema(description = "How many faces a person needs before a decision names them, 1 to 100", examples = "3")
        @Nullable
        Integer minFaces,

        @Schema(
                description = "What becomes of a recognised face of nobody known: `found` makes a person of it, "
                        + "`keep` stores it without one, `drop` does not store it",
                enumeration = {"found", "keep", "drop"},
                examples = "keep")
        @Nullable
        String unknownFaces,

        @Schema(
                description = "Whether nobody is matched who has not consented (purpose `recognition`); needs "
                        + "`unknown_faces` `keep` or `drop`. Who has withdrawn is never matched",
                defaultValue = "false",
                examples = "true")
        @Nullable
        Boolean consentRequired) {

    NewGallery toNewGallery() {
        if (name == null) {
            throw new InvalidInputException("name", "Say what the gallery is called");
        }
        return named(new GalleryName(name));
    }

    /** What the gallery of that name is to become. */
    NewGallery toChangeOf(String gallery) {
        if (name != null && !name.equals(gallery)) {
            throw new InvalidInputException("name", "The name of a gallery never changes; its title may");
        }
        return named(new GalleryName(gallery));
    }

    private NewGallery named(GalleryName gallery) {
        return new NewGallery(gallery, Optional.ofNullable(title).orElse(gallery.value()), rules());
    }

    private GalleryRules rules() {
        var usual = GalleryKind.of(Optional.ofNullable(kind).orElse("general")).rules();
        return new GalleryRules(
                usual.kind(),
                Optional.ofNullable(falseAcceptRate).map(GalleryRequest::rate).orElse(usual.falseAcceptRate()),
                threshold,
                Optional.ofNullable(margin).orElse(usual.margin()),
                Optional.ofNullable(minQuality).orElse(usual.minQuality()),
                Optional.ofNullable(minFaces).orElse(usual.minFaces()),
                Optional.ofNullable(unknownFaces)
                        .map(GalleryKind.UnknownFaces::of)
                        .orElse(usual.unknownFaces()),
                Boolean.TRUE.equals(consentRequired));
    }

    private static FalseAcceptRate rate(double rate) {
        return FalseAcceptRate.of(rate)
                .orElseThrow(() -> new InvalidInputException(
                        "false_accept_rate",
                        "false_accept_rate is 0.01, 0.001, 0.0001, 0.00001 or 0.000001, not " + rate));
    }
}
