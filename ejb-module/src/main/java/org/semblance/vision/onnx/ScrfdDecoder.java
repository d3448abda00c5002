package org.semblance.vision.onnx;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.semblance.vision.Box;
import org.semblance.vision.DetectedFace;
import org.semblance.vision.Landmarks;
import org.semblance.vision.PixelSize;

/**
 * SCRFD with five points, as InsightFace exports it: scores for three strides, then boxes, then points, under names
 * that say nothing. Two anchors lie in the upper left corner of each cell; boxes are distances from there to the left,
 * top, right and bottom, points are offsets, all counted in cells.
 */
final class ScrfdDecoder implements DetectorDecoder {
    private static final int[] STRIDES = {8, 16, 32};
    private static final int ANCHORS = 2;

    @Override
    public int cell() {
        return 32;
    }

    @Override
    public List<DetectedFace> decode(ModelOutput output, PixelSize input, float threshold) {
        int[] anchors = new int[STRIDES.length];
        for (int i = 0; i < anchors.length; i++) {
            anchors[i] = ANCHORS * (input.width() / STRIDES[i]) * (input.height() / STRIDES[i]);
        }
        var scores = output.requireOfWidth(1, anchors);
        var boxes = output.requireOfWidth(4, anchors);
        var points = output.requireOfWidth(2 * Landmarks.POINTS, anchors);
        List<DetectedFace> faces = new ArrayList<>();
        for (int i = 0; i < STRIDES.length; i++) {
            var grid = new Grid(STRIDES[i], input.width() / STRIDES[i], boxes.get(i), points.get(i));
            for (int anchor = 0; anchor < anchors[i]; anchor++) {
                float score = scores.get(i).get(anchor);
                if (score > threshold) {
                    faces.add(grid.face(anchor, Math.min(1, score)));
                }
            }
        }
        return faces;
    }

    private record Grid(int stride, int columns, FloatBuffer boxes, FloatBuffer points) {

        DetectedFace face(int anchor, float confidence) {
            int cell = anchor / ANCHORS;
            int x = cell % columns * stride;
            int y = cell / columns * stride;
            return new DetectedFace(box(anchor, x, y), landmarks(anchor, x, y), confidence);
        }

        private Box box(int anchor, int x, int y) {
            int at = 4 * anchor;
            float left = boxes.get(at) * stride;
            float top = boxes.get(at + 1) * stride;
            float right = boxes.get(at + 2) * stride;
            float bottom = boxes.get(at + 3) * stride;
            return new Box(x - left, y - top, left + right, top + bottom);
        }

        private Landmarks landmarks(int anchor, int x, int y) {
            float[] coordinates = new float[2 * Landmarks.POINTS];
            int at = coordinates.length * anchor;
            for (int i = 0; i < coordinates.length; i += 2) {
                coordinates[i] = x + points.get(at + i) * stride;
                coordinates[i + 1] = y + points.get(at + i + 1) * stride;
            }
            return new Landmarks(coordinates);
        }
    }
}
