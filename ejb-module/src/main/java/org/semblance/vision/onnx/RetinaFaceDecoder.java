package org.semblance.vision.onnx;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.semblance.vision.Box;
import org.semblance.vision.DetectedFace;
import org.semblance.vision.Landmarks;
import org.semblance.vision.PixelSize;

/**
 * RetinaFace as biubug6's Pytorch_Retinaface exports it: one row for every prior in each of three outputs, told apart
 * by their width, for boxes, for probabilities (of nothing and of a face) and for points. Priors are squares of two
 * sizes around the middle of every cell; boxes and points are offsets from them in tenths of their side, and sizes
 * logarithms in fifths.
 */
final class RetinaFaceDecoder implements DetectorDecoder {
    private static final int[] STRIDES = {8, 16, 32};
    private static final int[][] SIDES = {{16, 32}, {64, 128}, {256, 512}};
    private static final int PRIORS = 2;
    private static final float OFFSETS = 0.1f;
    private static final float LOGARITHMS = 0.2f;
    private static final float LARGEST_LOG = 8;

    @Override
    public int cell() {
        return 32;
    }

    @Override
    public List<DetectedFace> decode(ModelOutput output, PixelSize input, float threshold) {
        int priors = 0;
        for (int stride : STRIDES) {
            priors += PRIORS * (input.width() / stride) * (input.height() / stride);
        }
        var boxes = output.requireOfWidth(4, priors).get(0);
        var probabilities = output.requireOfWidth(2, priors).get(0);
        var points = output.requireOfWidth(2 * Landmarks.POINTS, priors).get(0);
        List<DetectedFace> faces = new ArrayList<>();
        for (int i = 0, at = 0; i < STRIDES.length; i++) {
            int columns = input.width() / STRIDES[i];
            int cells = columns * (input.height() / STRIDES[i]);
            for (int own = 0; own < PRIORS * cells; own++, at++) {
                float confidence = probabilities.get(2 * at + 1);
                if (confidence > threshold) {
                    var prior = prior(STRIDES[i], columns, own / PRIORS, SIDES[i][own % PRIORS]);
                    faces.add(new DetectedFace(
                            prior.box(boxes, 4 * at), prior.landmarks(points, at), Math.min(1, confidence)));
                }
            }
        }
        return faces;
    }

    private static Prior prior(int stride, int columns, int cell, int side) {
        int column = cell % columns;
        int row = cell / columns;
        return new Prior((column + 0.5f) * stride, (row + 0.5f) * stride, side);
    }

    /** A square around a point. */
    private record Prior(float x, float y, int side) {

        Box box(FloatBuffer offsets, int at) {
            float width = length(offsets.get(at + 2));
            float height = length(offsets.get(at + 3));
            float centreX = x + offsets.get(at) * OFFSETS * side;
            float centreY = y + offsets.get(at + 1) * OFFSETS * side;
            return new Box(centreX - width / 2, centreY - height / 2, width, height);
        }

        private float length(float logarithm) {
            return side * (float) Math.exp(Math.min(logarithm * LOGARITHMS, LARGEST_LOG));
        }

        Landmarks landmarks(FloatBuffer offsets, int prior) {
            float[] coordinates = new float[2 * Landmarks.POINTS];
            int at = coordinates.length * prior;
            for (int i = 0; i < coordinates.length; i += 2) {
                coordinates[i] = x + offsets.get(at + i) * OFFSETS * side;
                coordinates[i + 1] = y + offsets.get(at + i + 1) * OFFSETS * side;
            }
            return new Landmarks(coordinates);
        }
    }
}
