package org.semblance.vision;

/**
 * What is wanted beyond where the faces are.
 *
 * @param liveness whether to tell live faces from prints and screens, which takes a few milliseconds for each face
 */
public record DetectOptions(boolean liveness) {
    public static final DetectOptions PLAIN = new DetectOptions(false);
}
