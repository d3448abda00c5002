package org.semblance.surveillance;

import java.time.Instant;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.InGallery;

/**
 * A camera and what its frames are compared with.
 *
 * @param galleryId number of the gallery whose persons it recognises
 * @param isEnabled whether its frames are taken
 */
public record Camera(
        CameraId id,
        CameraName name,
        String title,
        String location,
        long galleryId,
        GalleryName gallery,
        CameraRules rules,
        boolean isEnabled,
        Instant createdAt,
        int version)
        implements InGallery {}
