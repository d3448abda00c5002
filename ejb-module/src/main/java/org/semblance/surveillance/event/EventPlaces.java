package org.semblance.surveillance.event;

import java.util.Set;
import org.semblance.gallery.GalleryName;
import org.semblance.surveillance.CameraId;
import org.semblance.surveillance.CameraName;

/**
 * Where something happened, as callers say it: at any of the cameras, and in any of the galleries. What is empty is not
 * asked for.
 *
 * @param cameraIds cameras whose name another one may have by now
 */
public record EventPlaces(Set<CameraName> cameras, Set<CameraId> cameraIds, Set<GalleryName> galleries) {
    public static final EventPlaces ANYWHERE = new EventPlaces(Set.of(), Set.of(), Set.of());

    public EventPlaces {
        cameras = Set.copyOf(cameras);
        cameraIds = Set.copyOf(cameraIds);
        galleries = Set.copyOf(galleries);
    }
}
