package org.semblance.surveillance.unknown;

import java.time.Instant;
import java.util.UUID;
import org.semblance.gallery.CropFace;
import org.semblance.surveillance.CameraId;
import org.semblance.vision.DetectedFace;
import org.semblance.vision.Embedding;

/**
 * A camera saw somebody whom nobody knows.
 *
 * @param sighting which the picture is of
 * @param at when the picture was taken
 * @param imageId row of the aligned crop
 */
public record StrangerSeen(
        UUID sighting,
        CameraId camera,
        long galleryId,
        Instant at,
        DetectedFace detected,
        double quality,
        Embedding embedding,
        long imageId) {

    CropFace face() {
        return new CropFace(galleryId, detected, quality, embedding, imageId);
    }
}
