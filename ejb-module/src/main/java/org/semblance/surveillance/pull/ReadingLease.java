package org.semblance.surveillance.pull;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.semblance.surveillance.CameraId;

/**
 * A camera that this server reads now, and nobody else until the lease ends.
 *
 * @param lease to be shown when the result is recorded
 * @param version of the source that it goes by
 * @param failures how often in a row it could not be read
 */
public record ReadingLease(CameraId camera, UUID lease, int version, int failures, From from) {

    /** Where the camera is read, and how often. */
    @SuppressWarnings("ArrayRecordComponent") // opened once, never compared
    public record From(
            SourceKind kind,
            String url,
            double framesPerSecond,
            @Nullable String username,
            byte @Nullable [] password) {}
}
