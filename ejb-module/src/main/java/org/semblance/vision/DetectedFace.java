package org.semblance.vision;

/** Where a face is, and how sure the detector is of it (0 to 1). */
public record DetectedFace(Box box, Landmarks landmarks, float confidence) {

    /** The same face in a picture whose upper left corner lies elsewhere. */
    public DetectedFace moved(float x, float y) {
        float[] points = landmarks.coordinates();
        for (int i = 0; i < points.length; i += 2) {
            points[i] += x;
            points[i + 1] += y;
        }
        return new DetectedFace(
                new Box(box.x() + x, box.y() + y, box.width(), box.height()), new Landmarks(points), confidence);
    }
}
