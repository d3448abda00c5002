package org.semblance.surveillance.health;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.semblance.gallery.SelfScoped;
import org.semblance.gallery.WithinGalleries;
import org.semblance.platform.Page;
import org.semblance.platform.Permissions;
import org.semblance.surveillance.CallerCameras;
import org.semblance.surveillance.Camera;
import org.semblance.surveillance.CameraId;
import org.semblance.surveillance.CameraName;

/** How cameras and servers are. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@WithinGalleries
public class CameraHealthService {
    private static final String BY_CALLER = "It sees the cameras that the caller may see";

    private final CallerCameras cameras;
    private final CameraStates states;
    private final SteadyHealthCache cache;
    private final Workers workers;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected CameraHealthService() {
        this(null, null, null, null);
    }

    @Inject
    public CameraHealthService(CallerCameras cameras, CameraStates states, SteadyHealthCache cache, Workers workers) {
        this.cameras = cameras;
        this.states = states;
        this.cache = cache;
        this.workers = workers;
    }

    @RolesAllowed(Permissions.CAMERA_READ)
    @SelfScoped(BY_CALLER)
    public CameraHealth require(CameraName name) {
        Camera camera = cameras.require(name, Permissions.CAMERA_READ);
        return health(List.of(camera)).get(0);
    }

    /** In the order of the cameras' ids. */
    @RolesAllowed(Permissions.CAMERA_READ)
    @SelfScoped(BY_CALLER)
    public SurveillanceHealth look(long after, int limit) {
        List<Camera> found = cameras.list(Permissions.CAMERA_READ).stream()
                .filter(camera -> camera.id().value() > after)
                .limit(Page.fetchSize(limit))
                .toList();
        List<Workers.Worker> heard = workers.list();
        return new SurveillanceHealth(
                Page.of(health(found), limit, one -> one.camera().id().value()), heard, queue(heard), cache.outage());
    }

    /** How many frames wait for the servers' attention, of all cameras. */
    @RolesAllowed(Permissions.CAMERA_READ)
    @SelfScoped(BY_CALLER)
    public int queue() {
        return queue(workers.list());
    }

    private static int queue(List<Workers.Worker> heard) {
        return heard.stream().mapToInt(Workers.Worker::queue).sum();
    }

    /** How many of the cameras are in which state; states without any are left out. */
    @RolesAllowed(Permissions.CAMERA_READ)
    @SelfScoped(BY_CALLER)
    public Map<CameraState.Status, Long> count() {
        List<Camera> found = cameras.list(Permissions.CAMERA_READ);
        Map<CameraId, CameraState> known =
                states.find(found.stream().map(Camera::id).toList());
        return found.stream().collect(Collectors.groupingBy(camera -> status(camera, known), Collectors.counting()));
    }

    private static CameraState.Status status(Camera camera, Map<CameraId, CameraState> known) {
        CameraState state = known.get(camera.id());
        if (!camera.isEnabled()) {
            return CameraState.Status.DISABLED;
        }
        return state == null ? CameraState.Status.NEVER : state.status();
    }

    private List<CameraHealth> health(List<Camera> found) {
        Map<CameraId, CameraState> known =
                states.find(found.stream().map(Camera::id).toList());
        Map<CameraId, Integer> frames = workers.frames();
        return found.stream()
                .map(camera -> health(camera, known, frames.getOrDefault(camera.id(), 0)))
                .toList();
    }

    private CameraHealth health(Camera camera, Map<CameraId, CameraState> known, int frames) {
        CameraState state = known.get(camera.id());
        Instant seen = cache.get(HealthKeys.lastSeen(camera.id()))
                .map(Instant::parse)
                .orElse(state == null ? null : state.lastSeen());
        return new CameraHealth(camera, status(camera, known), seen, state == null ? null : state.changedAt(), frames);
    }
}
