package org.semblance.surveillance.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.semblance.surveillance.CameraId;

/** Notes when this server had a frame of a camera. In memory alone: telling others is {@link Heartbeat}'s business. */
@ApplicationScoped
public class CameraPulse {
    private final Map<CameraId, Beat> beats = new ConcurrentHashMap<>();
    private final Clock clock;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected CameraPulse() {
        this(null);
    }

    @Inject
    public CameraPulse(Clock clock) {
        this.clock = clock;
    }

    /**
     * A frame came, whatever is to be seen on it.
     *
     * @param at by our clock; a time still to come counts as now
     */
    public void seen(CameraId camera, Instant at) {
        Instant now = clock.instant();
        beats.computeIfAbsent(camera, unseen -> new Beat()).seen(at.isAfter(now) ? now : at);
    }

    /** When this server had the last frame of each camera, of those that it had any of since then. */
    Map<CameraId, Instant> seenSince(Instant since) {
        return beats.entrySet().stream()
                .filter(beat -> beat.getValue().last.isAfter(since))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, beat -> beat.getValue().last));
    }

    /** Frames of each camera that came here within a minute, of those with any. */
    Map<CameraId, Integer> framesInLastMinute() {
        Instant now = clock.instant();
        return beats.entrySet().stream()
                .map(beat -> Map.entry(beat.getKey(), beat.getValue().frames.inLastMinute(now)))
                .filter(count -> count.getValue() > 0)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static final class Beat {
        final FrameCounter frames = new FrameCounter();
        volatile Instant last = Instant.EPOCH;

        void seen(Instant at) {
            frames.count(at);
            if (at.isAfter(last)) {
                last = at;
            }
        }
    }
}
