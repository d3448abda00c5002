package org.semblance.surveillance.pull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.Sealer;
import org.semblance.surveillance.CameraId;

/** What opens cameras, sealed in the database. */
@ApplicationScoped
public class SourcePasswords {
    private final Sealer sealer;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected SourcePasswords() {
        this(null);
    }

    @Inject
    public SourcePasswords(Sealer sealer) {
        this.sealer = sealer;
    }

    byte[] seal(CameraId camera, String password) {
        return sealer.seal(password, place(camera));
    }

    /** Who to be at a camera; null where it asks for nobody. */
    @Nullable
    Login login(CameraId camera, @Nullable String username, byte @Nullable [] sealed) {
        return username == null || sealed == null ? null : new Login(username, sealer.open(sealed, place(camera)));
    }

    private static String place(CameraId camera) {
        return "camera_source.password." + camera;
    }
}
