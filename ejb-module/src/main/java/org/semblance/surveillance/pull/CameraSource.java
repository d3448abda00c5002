package org.semblance.surveillance.pull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.semblance.surveillance.CameraId;

/**
 * Where a camera is read.
 *
 * @param username at the camera; null where it asks for none. The password is never shown
 * @param state how that goes
 */
public record CameraSource(
        CameraId camera,
        SourceKind kind,
        String url,
        double framesPerSecond,
        @Nullable String username,
        boolean isOn,
        Instant changedAt,
        int version,
        State state) {

    /**
     * How reading goes.
     *
     * @param node the server that reads it now; null when none does
     * @param failures how often in a row it failed
     * @param error code of why; null while all is well
     */
    public record State(
            @Nullable String node,
            int failures,
            @Nullable String error,
            @Nullable Instant errorAt,
            @Nullable Instant nextTryAt) {}

    /** The same, for somebody who need not know what the address carries besides the place. */
    CameraSource withoutQuery() {
        int query = url.indexOf('?');
        String shown = query < 0 ? url : url.substring(0, query);
        return new CameraSource(camera, kind, shown, framesPerSecond, username, isOn, changedAt, version, state);
    }
}
