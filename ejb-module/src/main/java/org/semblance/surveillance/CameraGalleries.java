package org.semblance.surveillance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.semblance.gallery.GalleryFinder;
import org.semblance.gallery.GalleryFinders;

/** Where cameras are. */
@ApplicationScoped
public class CameraGalleries {

    @Produces
    public GalleryFinder<CameraName> ofCameras(GalleryFinders finders) {
        return finders.finder(
                CameraName.class,
                "SELECT gallery_id FROM semblance.camera WHERE name = ? AND removed_at IS NULL",
                CameraName::value,
                CameraNotFoundException::new);
    }
}
