package org.semblance.vision;

import java.util.List;
import java.util.function.Function;

/** Which faces a photo is about: those that are not much shorter than the longest. The others are passers-by. */
public final class Prominence {
    /** Of the length of the longest face. */
    public static final float SHARE = 0.25f;

    private Prominence() {}

    static <T> List<T> of(List<T> faces, Function<T, DetectedFace> detected) {
        double longest = faces.stream()
                .mapToDouble(face -> length(detected.apply(face)))
                .max()
                .orElse(0);
        return faces.stream()
                .filter(face -> length(detected.apply(face)) >= SHARE * longest)
                .toList();
    }

    private static double length(DetectedFace face) {
        return face.box().longestSide();
    }
}
