package org.semblance.vision.pack;

/**
 * How to run a detector.
 *
 * @param longestSide to which pictures are shrunk before detecting, in pixels
 * @param scoreThreshold confidence from which on something counts as a face
 * @param overlapThreshold overlap above which two boxes are the same face
 * @param closerLooks how many looks at the longest side a search for small faces in a large picture may cost
 */
public record DetectorSpec(
        ModelFile file,
        DetectorFamily family,
        InputSpec input,
        int longestSide,
        float scoreThreshold,
        float overlapThreshold,
        int closerLooks) {

    /** The same, but surer or less sure of what a face is. */
    public DetectorSpec withScoreThreshold(float threshold) {
        return new DetectorSpec(file, family, input, longestSide, threshold, overlapThreshold, closerLooks);
    }
}
