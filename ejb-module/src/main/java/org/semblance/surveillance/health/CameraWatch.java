package org.semblance.surveillance.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.semblance.surveillance.Camera;
import org.semblance.surveillance.CameraId;
import org.semblance.surveillance.Cameras;

/**
 * Notices that cameras fall silent and speak again. Every server looks; the rows see to it that each turn is told once. A
 * server that has just started has heard of nobody, so for a while it declares nobody offline.
 */
@ApplicationScoped
public class CameraWatch {
    private final SteadyHealthCache cache;
    private final CameraPulse pulse;
    private final CameraStates states;
    private final Cameras cameras;
    private final WatchSettings settings;
    private final Clock clock;
    private final Instant started;
    private Instant looked = Instant.EPOCH;
    private volatile List<CameraState> found = List.of();

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected CameraWatch() {
        this.cache = null;
        this.pulse = null;
        this.states = null;
        this.cameras = null;
        this.settings = null;
        this.clock = null;
        this.started = null;
    }

    @Inject
    public CameraWatch(
            SteadyHealthCache cache, CameraPulse pulse, CameraStates states, Cameras cameras, WatchSettings settings) {
        this(new Heard(cache, pulse), states, cameras, settings, Clock.systemUTC());
    }

    CameraWatch(Heard heard, CameraStates states, Cameras cameras, WatchSettings settings, Clock clock) {
        this.cache = heard.cache();
        this.pulse = heard.pulse();
        this.states = states;
        this.cameras = cameras;
        this.settings = settings;
        this.clock = clock;
        this.started = clock.instant();
    }

    /** What all servers hear, and what this one does. */
    record Heard(SteadyHealthCache cache, CameraPulse pulse) {}

    /** Throws what the database throws while it is away; the next look makes up for it. */
    void look() {
        Instant now = clock.instant();
        Map<CameraId, Duration> ages = pulse.seenSince(looked).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, seen -> Duration.between(seen.getValue(), now)));
        boolean isGrace = now.isBefore(started.plus(settings.silence()));
        found = states.look(new Signs(ages, fresh(), settings.silence(), isGrace));
        // What came in while it was looked is looked at once more.
        looked = now.minus(settings.betweenLooks());
        Duration life = settings.betweenLooks().multipliedBy(4);
        found.forEach(state ->
                cache.put(HealthKeys.status(state.camera()), state.status().code(), life));
    }

    /** How many cameras are in a state, as it was found last. */
    long count(CameraState.Status status) {
        return found.stream().filter(state -> state.status() == status).count();
    }

    private Set<CameraId> fresh() {
        return cameras.all().stream()
                .map(Camera::id)
                .filter(camera -> cache.get(HealthKeys.lastSeen(camera)).isPresent())
                .collect(Collectors.toSet());
    }
}
