package org.semblance.surveillance.flow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.semblance.platform.UuidV7;
import org.semblance.surveillance.Camera;
import org.semblance.surveillance.CameraId;
import org.semblance.surveillance.event.CameraEvent;
import org.semblance.surveillance.health.CameraPulse;

/** What frames tell of their cameras: that they live, that a clock is wrong, that a picture was damaged. */
@ApplicationScoped
public class FrameReports {
    private static final Duration TOLD_AGAIN_AFTER = Duration.ofHours(1);

    private final CameraPulse pulse;
    private final CameraNotes notes;
    private final Reach reach;
    private final SurveillanceSettings settings;
    private final Clock clock;
    private final Map<Told, Instant> told = new ConcurrentHashMap<>();

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected FrameReports() {
        this(null, null, null, null, null);
    }

    @Inject
    public FrameReports(CameraPulse pulse, CameraNotes notes, Reach reach, SurveillanceSettings settings, Clock clock) {
        this.pulse = pulse;
        this.notes = notes;
        this.reach = reach;
        this.settings = settings;
        this.clock = clock;
    }

    void arrived(Camera camera, Frame frame) {
        pulse.seen(camera.id(), frame.arrivedAt());
    }

    FrameTime time(Camera camera, Frame frame) {
        FrameTime time = FrameTime.of(frame.takenAt(), frame.sentAt(), frame.arrivedAt(), settings.clockTolerance());
        if (time.isSkewed() && frame.takenAt() != null) {
            long seconds = Duration.between(frame.arrivedAt(), frame.takenAt()).toSeconds();
            tell(camera, CameraEvent.Type.CLOCK_SKEWED, "ahead_seconds", Long.toString(seconds));
        }
        return time;
    }

    void unread(Camera camera, String problem) {
        tell(camera, CameraEvent.Type.FRAME_CORRUPT, "problem", problem);
    }

    /** Once an hour for each camera: what goes on going wrong would else fill the log. */
    private void tell(Camera camera, CameraEvent.Type what, String detail, String value) {
        Instant now = clock.instant();
        var key = new Told(camera.id(), what);
        Instant last = told.get(key);
        if (last != null && last.plus(TOLD_AGAIN_AFTER).isAfter(now)) {
            return;
        }
        boolean isWritten = reach.ask(
                () -> {
                    notes.note(new CameraEvent(UuidV7.next(clock), now, camera.id(), what, Map.of(detail, value)));
                    return true;
                },
                () -> false);
        if (isWritten) {
            told.put(key, now);
        }
    }

    private record Told(CameraId camera, CameraEvent.Type what) {}
}
