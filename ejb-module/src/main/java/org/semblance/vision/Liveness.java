package org.semblance.vision;

/**
 * Whether a face is one in front of the camera, and not a print or a screen that shows one.
 *
 * @param score 0 surely shown to 1 surely there
 * @param live what the active pack's threshold makes of it
 */
public record Liveness(double score, boolean live) {
    public Liveness {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("A liveness score lies between 0 and 1, not " + score);
        }
    }
}
