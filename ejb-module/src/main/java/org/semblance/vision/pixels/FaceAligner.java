package org.semblance.vision.pixels;

import org.semblance.vision.AlignedFace;
import org.semblance.vision.Bitmap;
import org.semblance.vision.Box;
import org.semblance.vision.DetectedFace;
import org.semblance.vision.Landmarks;

/**
 * Turns, scales and shifts a face so that its landmarks fall as close as they can on the ArcFace template; what lies
 * outside the picture is black. A face more than twice too large is shrunk first, or the sampling would skip pixels.
 */
public final class FaceAligner {
    private static final int SIDE = AlignedFace.SIDE;
    private static final double[] TEMPLATE = {
        38.2946, 51.6963, 73.5318, 51.5014, 56.0252, 71.7366, 41.5493, 92.3655, 70.7299, 92.2041
    };

    private FaceAligner() {}

    public static AlignedFace align(Bitmap picture, Landmarks landmarks) {
        double[] points = points(landmarks, 1);
        var similarity = Similarity.fit(points, TEMPLATE);
        if (!(similarity.scale() > 0) || Double.isInfinite(similarity.scale())) {
            throw new IllegalArgumentException("Landmarks that all lie on one spot align nothing");
        }
        int factor = (int) Math.floor(1 / similarity.scale());
        if (factor < 2) {
            return new AlignedFace(warp(picture, similarity.inverse()));
        }
        return alignShrunk(picture, landmarks, factor);
    }

    /** Pixels of the original that one pixel of the aligned crop spans. */
    public static double pixelsPerPixel(Landmarks landmarks) {
        return 1 / Similarity.fit(points(landmarks, 1), TEMPLATE).scale();
    }

    /** A face as it lies in its own crop instead of the picture that it was found in. */
    public static DetectedFace placed(DetectedFace face) {
        var similarity = Similarity.fit(points(face.landmarks(), 1), TEMPLATE);
        float[] points = face.landmarks().coordinates();
        for (int i = 0; i < points.length; i += 2) {
            double x = similarity.x(points[i], points[i + 1]);
            double y = similarity.y(points[i], points[i + 1]);
            points[i] = (float) x;
            points[i + 1] = (float) y;
        }
        Box box = face.box();
        double centreX = box.x() + box.width() / 2;
        double centreY = box.y() + box.height() / 2;
        float width = (float) (box.width() * similarity.scale());
        float height = (float) (box.height() * similarity.scale());
        var upright = new Box(
                (float) similarity.x(centreX, centreY) - width / 2,
                (float) similarity.y(centreX, centreY) - height / 2,
                width,
                height);
        return new DetectedFace(upright, new Landmarks(points), face.confidence());
    }

    private static AlignedFace alignShrunk(Bitmap picture, Landmarks landmarks, int factor) {
        var toShrunk = Similarity.fit(points(landmarks, factor), TEMPLATE).inverse();
        var area = sampled(toShrunk, picture.width() / factor, picture.height() / factor);
        if (area.width() < 1 || area.height() < 1) {
            return new AlignedFace(new Bitmap(SIDE, SIDE, new byte[3 * SIDE * SIDE]));
        }
        var shrunk = BoxFilter.shrink(picture, factor, area);
        return new AlignedFace(warp(shrunk, toShrunk.moved(-area.left(), -area.top())));
    }

    /** Landmarks between pixel centres of a picture that a box filter has shrunk. */
    private static double[] points(Landmarks landmarks, int factor) {
        double[] points = new double[2 * Landmarks.POINTS];
        for (int i = 0; i < Landmarks.POINTS; i++) {
            points[2 * i] = (landmarks.x(i) + 0.5) / factor - 0.5;
            points[2 * i + 1] = (landmarks.y(i) + 0.5) / factor - 0.5;
        }
        return points;
    }

    /** The part of a picture that the crop looks at. */
    private static Area sampled(Similarity toPicture, int width, int height) {
        double minX = Double.MAX_VALUE;
        double minY = Double.MAX_VALUE;
        double maxX = -Double.MAX_VALUE;
        double maxY = -Double.MAX_VALUE;
        for (int corner = 0; corner < 4; corner++) {
            int across = corner % 2 == 0 ? 0 : SIDE - 1;
            int down = corner < 2 ? 0 : SIDE - 1;
            double x = toPicture.x(across, down);
            double y = toPicture.y(across, down);
            minX = Math.min(minX, x);
            minY = Math.min(minY, y);
            maxX = Math.max(maxX, x);
            maxY = Math.max(maxY, y);
        }
        int left = (int) Math.max(0, Math.floor(minX) - 1);
        int top = (int) Math.max(0, Math.floor(minY) - 1);
        int right = (int) Math.min(width, Math.floor(maxX) + 3);
        int bottom = (int) Math.min(height, Math.floor(maxY) + 3);
        return new Area(left, top, right - left, bottom - top);
    }

    private static Bitmap warp(Bitmap picture, Similarity toPicture) {
        byte[] crop = new byte[3 * SIDE * SIDE];
        var sampler = new Sampler(picture);
        for (int y = 0, to = 0; y < SIDE; y++) {
            double left = toPicture.x(0, y);
            double top = toPicture.y(0, y);
            for (int x = 0; x < SIDE; x++, to += 3) {
                sampler.sample(left + x * toPicture.a(), top + x * toPicture.b(), crop, to);
            }
        }
        return new Bitmap(SIDE, SIDE, crop);
    }

    /** Reads colours between pixel centres; beyond the edges all is black. */
    private static final class Sampler {
        /** Between two pixels. Whole numbers are quicker than fractions here, and as good in eight bits. */
        private static final int STEP_BITS = 11;

        private static final int STEPS = 1 << STEP_BITS;

        private final byte[] rgb;
        private final int width;
        private final int height;

        Sampler(Bitmap picture) {
            rgb = picture.rgb();
            width = picture.width();
            height = picture.height();
        }

        void sample(double x, double y, byte[] result, int to) {
            int left = (int) Math.floor(x);
            int top = (int) Math.floor(y);
            int across = (int) ((x - left) * STEPS + 0.5);
            int down = (int) ((y - top) * STEPS + 0.5);
            if (left >= 0 && top >= 0 && left + 1 < width && top + 1 < height) {
                inside(3 * (top * width + left), across, down, result, to);
            } else if (left >= -1 && top >= -1 && left < width && top < height) {
                for (int c = 0; c < 3; c++) {
                    int upper = value(left, top, c) * (STEPS - across) + value(left + 1, top, c) * across;
                    int lower = value(left, top + 1, c) * (STEPS - across) + value(left + 1, top + 1, c) * across;
                    result[to + c] = mean(upper, lower, down);
                }
            }
        }

        private void inside(int at, int across, int down, byte[] result, int to) {
            int below = at + 3 * width;
            for (int c = 0; c < 3; c++) {
                int upper = (rgb[at + c] & 0xFF) * (STEPS - across) + (rgb[at + c + 3] & 0xFF) * across;
                int lower = (rgb[below + c] & 0xFF) * (STEPS - across) + (rgb[below + c + 3] & 0xFF) * across;
                result[to + c] = mean(upper, lower, down);
            }
        }

        private static byte mean(int upper, int lower, int down) {
            return (byte) ((upper * (STEPS - down) + lower * down + STEPS * STEPS / 2) >> (2 * STEP_BITS));
        }

        private int value(int x, int y, int channel) {
            return x < 0 || y < 0 || x >= width || y >= height ? 0 : rgb[3 * (y * width + x) + channel] & 0xFF;
        }
    }
}
