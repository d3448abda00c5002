package org.semblance.vision.onnx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.semblance.vision.DetectedFace;

/** Keeps the surest of several boxes around the same face. */
final class Suppression {
    private Suppression() {}

    /** The faces that are kept, the surest first. */
    static List<DetectedFace> keepSurest(List<DetectedFace> faces, float overlap, int most) {
        List<DetectedFace> kept = new ArrayList<>();
        faces.stream()
                .sorted(Comparator.comparing(DetectedFace::confidence).reversed())
                .filter(face -> kept.size() < most)
                .filter(face -> kept.stream().noneMatch(other -> face.box().overlap(other.box()) > overlap))
                .forEachOrdered(kept::add);
        return kept;
    }
}
