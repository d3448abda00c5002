package org.semblance.surveillance.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.Rounded;
import org.semblance.platform.rest.Tagged;
import org.semblance.surveillance.Camera;

/** A camera as callers see it. */
@Schema(name = "Camera", description = "A camera, and by which rules its frames are judged")
public record CameraResponse(
        @Schema(examples = "3") long id,
        @Schema(examples = "front-door") String name,
        @Schema(examples = "Front door") String title,

        @Schema(examples = "Main building, ground floor") String location,

        @Schema(description = "The gallery whose persons it recognises", examples = "staff")
        String gallery,

        @Schema(
                description = "Similarity that a match needs here; left out where the gallery's counts",
                examples = "0.65")
        @Nullable
        Double threshold,

        @Schema(description = "How far the best person must be ahead here; left out likewise", examples = "0.05")
        @Nullable
        Double margin,

        @Schema(description = "Faces of a lower quality are rejected", examples = "0.3")
        double minQuality,

        @Schema(description = "Whether faces that may be prints or screens are rejected", examples = "false")
        boolean requiresLiveness,

        @Schema(description = "Within so many seconds it is the same sighting", examples = "30")
        long sightingSeconds,

        @Schema(description = "Whether faces of nobody known are kept for review", examples = "true")
        boolean keepsUnknown,

        @Schema(description = "Whether sure matches add faces to their persons", examples = "false")
        boolean learns,

        @Schema(description = "Whether its frames are taken", examples = "true")
        boolean enabled,

        @Schema(description = "How often people changed it", examples = "1")
        int version,

        @Schema(examples = "2026-01-02T12:00:00Z") String createdAt)
        implements Tagged {

    static CameraResponse of(Camera camera) {
        var rules = camera.rules();
        return new CameraResponse(
                camera.id().value(),
                camera.name().value(),
                camera.title(),
                camera.location(),
                camera.gallery().value(),
                Rounded.scoreOrNull(rules.threshold()),
                Rounded.scoreOrNull(rules.margin()),
                Rounded.score(rules.minQuality()),
                rules.requiresLiveness(),
                rules.sightingWindow().toSeconds(),
                rules.keepsUnknown(),
                rules.learns(),
                camera.isEnabled(),
                camera.version(),
                camera.createdAt().toString());
    }

    @Override
    public String entityTag() {
        return Integer.toString(version);
    }

    /** All of them: there are some hundreds at most. */
    @Schema(name = "Cameras", description = "Every camera, in the order of names")
    public record All(List<CameraResponse> items) {
        static All of(List<Camera> cameras) {
            return new All(cameras.stream().map(CameraResponse::of).toList());
        }
    }
}
