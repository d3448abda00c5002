package org.semblance.surveillance.rest;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.surveillance.health.CameraHealth;

/** How a camera is, as callers see it. */
@Schema(name = "CameraHealth", description = "Whether a camera is heard of")
public record CameraHealthResponse(
        @Schema(examples = "entrance") String camera,
        @Schema(examples = "Main entrance") String title,

        @Schema(
                description =
                        "`online`: frames come. `offline`: they came, and do no longer. `never`: none came since it "
                                + "was set up or enabled. `disabled`: it is not waited for",
                enumeration = {"online", "offline", "never", "disabled"},
                examples = "online")
        String status,

        @Schema(description = "Since when; left out when it was never heard of") @Nullable
        Instant since,

        @Schema(description = "When its last frame came; left out when none ever did") @Nullable
        Instant lastSeen,

        @Schema(description = "Frames that came within the last minute, on all servers", examples = "57")
        int framesLastMinute) {

    static CameraHealthResponse of(CameraHealth health) {
        return new CameraHealthResponse(
                health.camera().name().value(),
                health.camera().title(),
                health.status().code(),
                health.since(),
                health.lastSeen(),
                health.framesInLastMinute());
    }
}
