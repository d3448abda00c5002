package org.semblance.surveillance.rest;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.GalleryName;
import org.semblance.platform.InvalidInputException;
import org.semblance.surveillance.CameraName;
import org.semblance.surveillance.CameraRules;
import org.semblance.surveillance.NewCamera;

/** A camera to set up, or what one is to become. */
@Schema(name = "NewCamera", description = "A camera to set up, or what one is to become")
public record CameraRequest(
        @Schema(
                description = "What it is called in addresses: lower-case letters, digits, hyphens and underscores; "
                        + "never changes",
                pattern = "[a-z0-9][a-z0-9_-]{0,62}",
                examples = "front-door")
        @Nullable
        String name,

        @Schema(description = "What people call it; the name when left out", maxLength = 200, examples = "Front door")
        @Nullable
        String title,

        @Schema(description = "Where it hangs", maxLength = 200, examples = "Main building, ground floor") @Nullable
        String location,

        @Schema(description = "The gallery whose persons it recognises", examples = "staff") @NotBlank
        String gallery,

        @Schema(
                description = "Similarity that a match needs here, 0 to 1; left out, the gallery's counts",
                examples = "0.65")
        @Nullable
        Double threshold,

        @Schema(
                description = "How far the best person must be ahead of the next here; left out, the gallery's counts",
                examples = "0.05")
        @Nullable
        Double margin,

        @Schema(description = "Faces of a lower quality are rejected, 0 to 1", defaultValue = "0.3", examples = "0.3")
        @Nullable
        Double minQuality,

        @Schema(
                description = "Whether faces that may be prints or screens are rejected; the model pack must be able "
                        + "to tell",
                defaultValue = "false",
                examples = "false")
        @Nullable
        Boolean requiresLiveness,

        @Schema(
                description = "Somebody seen again within so many seconds is still the same sighting; 0 makes every "
                        + "frame its own, up to 3600",
                defaultValue = "30",
                examples = "30")
        @Nullable
        Integer sightingSeconds,

        @Schema(
                description = "Whether faces of nobody known are kept for review",
                defaultValue = "true",
                examples = "true")
        @Nullable
        Boolean keepsUnknown,

        @Schema(
                description = "Whether sure matches add faces to their persons",
                defaultValue = "false",
                examples = "false")
        @Nullable
        Boolean learns,

        @Schema(description = "Whether its frames are taken", defaultValue = "true", examples = "true") @Nullable
        Boolean enabled) {

    NewCamera toNew() {
        if (name == null) {
            throw new InvalidInputException("name", "Say what the camera is called");
        }
        return named(new CameraName(name));
    }

    /** What the camera of that name is to become; the service refuses another name. */
    NewCamera toChangeOf(CameraName camera) {
        return named(name == null ? camera : new CameraName(name));
    }

    private NewCamera named(CameraName camera) {
        return new NewCamera(
                camera,
                Optional.ofNullable(title).orElse(camera.value()),
                Optional.ofNullable(location).orElse(""),
                new GalleryName(gallery),
                rules(),
                Optional.ofNullable(enabled).orElse(true));
    }

    private CameraRules rules() {
        var usual = CameraRules.STANDARD;
        return new CameraRules(
                threshold,
                margin,
                Optional.ofNullable(minQuality).orElse(usual.minQuality()),
                Optional.ofNullable(requiresLiveness).orElse(usual.requiresLiveness()),
                Optional.ofNullable(sightingSeconds).map(Duration::ofSeconds).orElse(usual.sightingWindow()),
                Optional.ofNullable(keepsUnknown).orElse(usual.keepsUnknown()),
                Optional.ofNullable(learns).orElse(usual.learns()));
    }
}
