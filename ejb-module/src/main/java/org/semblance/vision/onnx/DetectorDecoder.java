package org.semblance.vision.onnx;

import java.util.List;
import org.semblance.vision.DetectedFace;
import org.semblance.vision.PixelSize;

/** Knows what the outputs of one family of detectors mean. */
interface DetectorDecoder {

    /** What both sides of the input must be a multiple of. */
    int cell();

    /**
     * The candidates in pixels of the input, overlapping and in no order. Outputs that are not of this family, or not
     * for an input of this size, are refused.
     *
     * @param threshold confidence that a candidate must exceed
     */
    List<DetectedFace> decode(ModelOutput output, PixelSize input, float threshold);
}
