package org.semblance.vision.analysis;

import org.jspecify.annotations.Nullable;
import org.semblance.vision.EmbedderInfo;
import org.semblance.vision.FaceDetector;
import org.semblance.vision.FaceEmbedder;
import org.semblance.vision.LivenessCheck;
import org.semblance.vision.LivenessUnavailableException;

/**
 * The loaded models that work together.
 *
 * @param liveness null when the pack has none
 */
record Models(
        FaceDetector detector,
        FaceEmbedder embedder,
        EmbedderInfo info,
        @Nullable LivenessCheck liveness) {

    LivenessCheck requireLiveness() {
        if (liveness == null) {
            throw new LivenessUnavailableException();
        }
        return liveness;
    }
}
