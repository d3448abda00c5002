package org.semblance.surveillance.ui.camera;

import org.jspecify.annotations.Nullable;
import org.semblance.platform.ui.Badge;
import org.semblance.platform.ui.Codes;
import org.semblance.surveillance.Camera;
import org.semblance.surveillance.flow.LastSight;
import org.semblance.surveillance.health.CameraHealth;
import org.semblance.surveillance.pull.CameraSource;

/**
 * A camera with all that is known of how it is.
 *
 * @param sight whom it saw last; null for nobody yet, and where the user may not see events
 * @param reading how the server reads it; null where it does not
 */
record Watched(CameraHealth health, @Nullable LastSight sight, CameraSource.@Nullable State reading) {

    /** How a camera is, at a glance. */
    enum Condition {
        ONLINE(Badge.Tone.GOOD),
        /** Frames come, but reading them fails now and then. */
        DEGRADED(Badge.Tone.WARNING),
        OFFLINE(Badge.Tone.BAD),
        NEVER(Badge.Tone.NEUTRAL),
        DISABLED(Badge.Tone.NEUTRAL);

        private final Badge.Tone tone;

        Condition(Badge.Tone tone) {
            this.tone = tone;
        }

        Badge badge() {
            return new Badge(tone, Codes.of("camera.condition.", this));
        }
    }

    Camera camera() {
        return health.camera();
    }

    Condition condition() {
        return switch (health.status()) {
            case ONLINE -> isFailing() ? Condition.DEGRADED : Condition.ONLINE;
            case OFFLINE -> Condition.OFFLINE;
            case NEVER -> Condition.NEVER;
            case DISABLED -> Condition.DISABLED;
        };
    }

    private boolean isFailing() {
        return reading != null && reading.failures() > 0;
    }
}
