package org.semblance.vision.analysis;

import org.semblance.vision.AlignedFace;
import org.semblance.vision.DetectedFace;
import org.semblance.vision.Landmarks;
import org.semblance.vision.pixels.FaceAligner;

/**
 * What can be measured of a face without a model.
 *
 * @param size side of the aligned crop in pixels of the original picture
 * @param detail variance of the Laplacian over the middle of the crop, in shares of the variance of its luminance, so
 *     that neither light nor skin counts: small is blurred, large is noise
 * @param brightness mean luminance of the middle of the crop, 0 to 255
 * @param contrast standard deviation of that luminance
 * @param blownOut share of its pixels that are as good as white
 * @param lowerFace how plainly mouth, nostrils and skin show below the eyes, see {@link LowerFace}
 * @param pose how the head is held
 */
record FaceMeasures(
        double size, double detail, double brightness, double contrast, double blownOut, double lowerFace, Pose pose) {
    private static final int SIDE = AlignedFace.SIDE;
    private static final int MARGIN = 20;
    private static final int AS_GOOD_AS_WHITE = 250;

    /**
     * How the head is held, from where the nose lies; in distances from the eyes to the mouth.
     *
     * @param turn of the nose beside the middle of the face; 0 from the front
     * @param nose of the nose below the eyes
     * @param tilt of the head in degrees; 0 upright
     */
    record Pose(double turn, double nose, double tilt) {

        static Pose of(Landmarks points) {
            double eyesX = (points.x(0) + points.x(1)) / 2;
            double eyesY = (points.y(0) + points.y(1)) / 2;
            double downX = (points.x(3) + points.x(4)) / 2 - eyesX;
            double downY = (points.y(3) + points.y(4)) / 2 - eyesY;
            double noseX = points.x(2) - eyesX;
            double noseY = points.y(2) - eyesY;
            double squared = Math.max(1e-6, downX * downX + downY * downY);
            return new Pose(
                    (noseX * downY - noseY * downX) / squared,
                    (noseX * downX + noseY * downY) / squared,
                    Math.toDegrees(Math.atan2(points.y(1) - points.y(0), points.x(1) - points.x(0))));
        }
    }

    static FaceMeasures of(DetectedFace face, AlignedFace aligned) {
        int[] luminance = luminance(aligned);
        var light = new Spread();
        var edges = new Spread();
        int white = 0;
        for (int y = MARGIN; y < SIDE - MARGIN; y++) {
            for (int x = MARGIN; x < SIDE - MARGIN; x++) {
                int at = y * SIDE + x;
                int value = luminance[at];
                light.add(value);
                edges.add(luminance[at - 1]
                        + luminance[at + 1]
                        + luminance[at - SIDE]
                        + luminance[at + SIDE]
                        - 4 * value);
                white += value > AS_GOOD_AS_WHITE ? 1 : 0;
            }
        }
        double contrast = Math.sqrt(light.variance());
        return new FaceMeasures(
                SIDE * FaceAligner.pixelsPerPixel(face.landmarks()),
                edges.variance() / Math.max(1, light.variance()),
                light.mean(),
                contrast,
                (double) white / light.count,
                LowerFace.visibility(aligned, luminance, contrast),
                Pose.of(face.landmarks()));
    }

    private static int[] luminance(AlignedFace aligned) {
        byte[] rgb = aligned.bitmap().rgb();
        int[] luminance = new int[SIDE * SIDE];
        for (int i = 0, at = 0; i < luminance.length; i++, at += 3) {
            luminance[i] = (77 * (rgb[at] & 0xFF) + 150 * (rgb[at + 1] & 0xFF) + 29 * (rgb[at + 2] & 0xFF)) >> 8;
        }
        return luminance;
    }

    /** Mean and variance of whole numbers. */
    private static final class Spread {
        private int count;
        private long sum;
        private long squares;

        void add(int value) {
            count++;
            sum += value;
            squares += (long) value * value;
        }

        double mean() {
            return (double) sum / count;
        }

        double variance() {
            return (double) squares / count - mean() * mean();
        }
    }
}
