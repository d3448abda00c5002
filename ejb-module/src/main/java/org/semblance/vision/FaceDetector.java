package org.semblance.vision;

import java.util.List;

/** Finds every face in a picture, the surest first. */
public interface FaceDetector {
    List<DetectedFace> detect(Bitmap picture);
}
