package org.semblance.surveillance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import org.semblance.identity.CurrentUser;
import org.semblance.identity.Scope;

/** Cameras as far as the caller has a permission in their galleries; the others do not exist. */
@ApplicationScoped
public class CallerCameras {
    private final Cameras cameras;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected CallerCameras() {
        this(null);
    }

    @Inject
    public CallerCameras(Cameras cameras) {
        this.cameras = cameras;
    }

    public Camera require(CameraName name, String permission) {
        return cameras.find(name)
                .filter(camera -> scope(permission).includes(camera.galleryId()))
                .orElseThrow(() -> new CameraNotFoundException(name));
    }

    /** In the order of their ids. */
    public List<Camera> list(String permission) {
        Scope scope = scope(permission);
        return cameras.all().stream()
                .filter(camera -> scope.includes(camera.galleryId()))
                .sorted(Comparator.comparingLong(camera -> camera.id().value()))
                .toList();
    }

    private static Scope scope(String permission) {
        return CurrentUser.require().scope(permission);
    }
}
