package org.semblance.vision;

import java.util.List;

/** Finds every face in a picture, the surest first. */
public interface FaceDetector {
    default List<DetectedFace> detect(Bitmap picture) {
        return detect(picture, 0);
    }

    /**
     * The same where small faces matter less.
     *
     * @param share of the longest face: those that are shorter may be missing
     */
    List<DetectedFace> detect(Bitmap picture, double share);
}
