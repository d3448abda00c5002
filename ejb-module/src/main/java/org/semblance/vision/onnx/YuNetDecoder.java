package org.semblance.vision.onnx;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.semblance.vision.Box;
import org.semblance.vision.DetectedFace;
import org.semblance.vision.Landmarks;
import org.semblance.vision.PixelSize;

/**
 * YuNet: at three strides a grid of cells, each with two probabilities, a box and five points. Offsets count in cells
 * from the cell's upper left corner, box sizes are logarithms. The confidence is the product of the probabilities
 * (OpenCV reports its root).
 */
final class YuNetDecoder implements DetectorDecoder {
    private static final int[] STRIDES = {8, 16, 32};
    private static final float LARGEST_LOG = 8;

    @Override
    public int cell() {
        return 32;
    }

    @Override
    public List<DetectedFace> decode(ModelOutput output, PixelSize input, float threshold) {
        List<DetectedFace> faces = new ArrayList<>();
        for (int stride : STRIDES) {
            int columns = input.width() / stride;
            int cells = columns * (input.height() / stride);
            var face = output.require("cls_" + stride, cells);
            var object = output.require("obj_" + stride, cells);
            var boxes = output.require("bbox_" + stride, 4 * cells);
            var grid = new Grid(stride, columns, boxes, output.require("kps_" + stride, 2 * Landmarks.POINTS * cells));
            for (int cell = 0; cell < cells; cell++) {
                float confidence = face.get(cell) * object.get(cell);
                if (confidence > threshold) {
                    faces.add(grid.face(cell, Math.min(1, confidence)));
                }
            }
        }
        return faces;
    }

    private record Grid(int stride, int columns, FloatBuffer boxes, FloatBuffer points) {

        DetectedFace face(int cell, float confidence) {
            int column = cell % columns;
            int row = cell / columns;
            return new DetectedFace(box(cell, column, row), landmarks(cell, column, row), confidence);
        }

        private Box box(int cell, int column, int row) {
            int at = 4 * cell;
            float width = length(boxes.get(at + 2));
            float height = length(boxes.get(at + 3));
            float centreX = (column + boxes.get(at)) * stride;
            float centreY = (row + boxes.get(at + 1)) * stride;
            return new Box(centreX - width / 2, centreY - height / 2, width, height);
        }

        private float length(float logarithm) {
            return (float) Math.exp(Math.min(logarithm, LARGEST_LOG)) * stride;
        }

        private Landmarks landmarks(int cell, int column, int row) {
            float[] coordinates = new float[2 * Landmarks.POINTS];
            int at = coordinates.length * cell;
            for (int i = 0; i < coordinates.length; i += 2) {
                coordinates[i] = (column + points.get(at + i)) * stride;
                coordinates[i + 1] = (row + points.get(at + i + 1)) * stride;
            }
            return new Landmarks(coordinates);
        }
    }
}
