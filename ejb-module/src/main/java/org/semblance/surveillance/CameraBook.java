package org.semblance.surveillance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The cameras and their agents as last read, for all who ask: a frame costs no query, and the database may be away.
 * Read again whenever any node changes one.
 */
@ApplicationScoped
public class CameraBook implements Cameras {
    private final CameraStore cameras;
    private final CameraAgents agents;
    private final Clock clock;
    private volatile Known known = Known.NOTHING;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected CameraBook() {
        this(null, null, null);
    }

    @Inject
    public CameraBook(CameraStore cameras, CameraAgents agents, Clock clock) {
        this.cameras = cameras;
        this.agents = agents;
        this.clock = clock;
    }

    @Override
    public List<Camera> all() {
        return List.copyOf(known.byName().values());
    }

    @Override
    public Optional<Camera> find(CameraId id) {
        return Optional.ofNullable(known.byId().get(id));
    }

    @Override
    public Optional<Camera> find(CameraName name) {
        return Optional.ofNullable(known.byName().get(name));
    }

    /** The only camera whose frames somebody may send; empty for callers who are no camera's agent. */
    public Optional<CameraId> cameraOf(String caller) {
        return Optional.ofNullable(known.byAgent().get(caller));
    }

    /** When the cameras were read. */
    public Instant readAt() {
        return known.at();
    }

    /** Reads all cameras and agents again. */
    public synchronized void read() {
        Instant at = clock.instant();
        Collection<Camera> all = cameras.list();
        known = new Known(
                at,
                all.stream().collect(Collectors.toUnmodifiableMap(Camera::id, Function.identity())),
                all.stream().collect(Collectors.toUnmodifiableMap(Camera::name, Function.identity())),
                agents.all());
    }

    private record Known(
            Instant at, Map<CameraId, Camera> byId, Map<CameraName, Camera> byName, Map<String, CameraId> byAgent) {
        static final Known NOTHING = new Known(Instant.EPOCH, Map.of(), Map.of(), Map.of());
    }
}
