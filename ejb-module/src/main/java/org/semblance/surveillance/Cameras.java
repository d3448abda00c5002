package org.semblance.surveillance;

import java.util.List;
import java.util.Optional;

/** Every camera that is set up, enabled or not; known from memory, so while the database is away, too. */
public interface Cameras {

    List<Camera> all();

    Optional<Camera> find(CameraId id);

    Optional<Camera> find(CameraName name);

    /** {@link CameraNotFoundException} when there is none. */
    default Camera require(CameraName name) {
        return find(name).orElseThrow(() -> new CameraNotFoundException(name));
    }
}
