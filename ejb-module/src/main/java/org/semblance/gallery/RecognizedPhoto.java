package org.semblance.gallery;

import java.util.List;
import org.semblance.storage.NewImage;

/**
 * A photo whose faces are about to be stored; the bytes of its images are stored already.
 *
 * @param original the photo, once for all faces
 */
public record RecognizedPhoto(long galleryId, NewImage original, List<Face> faces) {
    public RecognizedPhoto {
        faces = List.copyOf(faces);
    }

    /** A face that is to be stored, with its own picture. */
    public record Face(Recognition.Face planned, NewImage crop) {}
}
