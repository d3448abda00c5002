package org.semblance.gallery.cluster;

import org.jspecify.annotations.Nullable;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.InGallery;
import org.semblance.platform.InvalidInputException;

/**
 * What to cluster, and how.
 *
 * @param similarity from which on two faces are neighbours; null takes the gallery's threshold
 * @param minFaces how many faces must be near each other to be a cluster
 */
public record ClusterRequest(GalleryName gallery, @Nullable Double similarity, int minFaces) implements InGallery {
    public static final int DEFAULT_MIN_FACES = 3;
    public static final int LEAST_MIN_FACES = 2;
    public static final int MOST_MIN_FACES = 20;

    public ClusterRequest {
        if (similarity != null && !(similarity >= 0 && similarity <= 1)) {
            throw new InvalidInputException("similarity", "similarity lies between 0 and 1, not " + similarity);
        }
        if (minFaces < LEAST_MIN_FACES || minFaces > MOST_MIN_FACES) {
            throw new InvalidInputException(
                    "min_faces",
                    "min_faces lies between " + LEAST_MIN_FACES + " and " + MOST_MIN_FACES + ", not " + minFaces);
        }
    }
}
