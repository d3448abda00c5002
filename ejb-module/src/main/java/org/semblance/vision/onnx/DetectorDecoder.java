package org.semblance.vision.onnx;

import java.util.List;
import java.util.Set;
import org.semblance.vision.DetectedFace;
import org.semblance.vision.PixelSize;

/** Knows what the outputs of one family of detectors mean. */
interface DetectorDecoder {

    /** Names of the outputs that it needs. */
    Set<String> outputs();

    /** What both sides of the input must be a multiple of. */
    int cell();

    /**
     * The candidates in pixels of the input, overlapping and in no order.
     *
     * @param threshold confidence that a candidate must exceed
     */
    List<DetectedFace> decode(ModelOutput output, PixelSize input, float threshold);
}
