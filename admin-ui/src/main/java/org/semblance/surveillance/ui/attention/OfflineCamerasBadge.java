package org.semblance.surveillance.ui.attention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.Badge;
import org.semblance.platform.ui.NavigationBadge;
import org.semblance.surveillance.health.CameraHealthService;
import org.semblance.surveillance.health.CameraState;

/** Cameras that fell silent. */
@ApplicationScoped
public class OfflineCamerasBadge implements NavigationBadge {
    private final CameraHealthService cameras;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected OfflineCamerasBadge() {
        this(null);
    }

    @Inject
    public OfflineCamerasBadge(CameraHealthService cameras) {
        this.cameras = cameras;
    }

    @Override
    public String path() {
        return "cameras";
    }

    @Override
    public String permission() {
        return Permissions.CAMERA_READ;
    }

    @Override
    public long count() {
        return cameras.count().getOrDefault(CameraState.Status.OFFLINE, 0L);
    }

    @Override
    public Badge.Tone tone() {
        return Badge.Tone.WARNING;
    }

    @Override
    public String label() {
        return "badge.cameras";
    }

    @Override
    public String channel() {
        return "surveillance_event";
    }
}
