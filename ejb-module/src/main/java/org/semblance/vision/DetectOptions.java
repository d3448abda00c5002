package org.semblance.vision;

/**
 * What is wanted beyond where the faces are.
 *
 * @param liveness whether to tell live faces from prints and screens, which takes a few milliseconds for each face
 * @param prominent whether only those faces are wanted that the photo is about: others may be missing, for small ones
 *     are not looked for, which takes most of the time in large photos
 */
public record DetectOptions(boolean liveness, boolean prominent) {
    public static final DetectOptions PLAIN = new DetectOptions(false);
    public static final DetectOptions PROMINENT = new DetectOptions(false, true);

    public DetectOptions(boolean liveness) {
        this(liveness, false);
    }
}
