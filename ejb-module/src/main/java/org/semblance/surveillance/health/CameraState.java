package org.semblance.surveillance.health;

import java.time.Instant;
import java.util.Locale;
import org.semblance.surveillance.CameraId;

/**
 * Whether a camera is heard of.
 *
 * @param lastSeen when its last frame came, some seconds late
 * @param changedAt since when it has this status
 */
public record CameraState(CameraId camera, Status status, Instant lastSeen, Instant changedAt) {

    /** In the words of the database and of the API. */
    public enum Status {
        /** Frames come. */
        ONLINE,
        /** They came, and do no longer. */
        OFFLINE,
        /** None came since it was set up or enabled. */
        NEVER,
        /** It is not waited for. */
        DISABLED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Status of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
