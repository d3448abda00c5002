package org.semblance.vision.pixels;

/**
 * A turn, an even scaling and a shift: {@code u = a x - b y + shiftX}, {@code v = b x + a y + shiftY}. Found as the one
 * that brings a set of points closest to another in the sense of least squares.
 */
record Similarity(double a, double b, double shiftX, double shiftY) {

    /** Brings the one points to the others, both given as the x and y of each point in turn. */
    static Similarity fit(double[] from, double[] to) {
        int points = from.length / 2;
        double fromX = mean(from, 0);
        double fromY = mean(from, 1);
        double toX = mean(to, 0);
        double toY = mean(to, 1);
        double along = 0;
        double aside = 0;
        double spread = 0;
        for (int i = 0; i < points; i++) {
            double x = from[2 * i] - fromX;
            double y = from[2 * i + 1] - fromY;
            double u = to[2 * i] - toX;
            double v = to[2 * i + 1] - toY;
            along += x * u + y * v;
            aside += x * v - y * u;
            spread += x * x + y * y;
        }
        double a = along / spread;
        double b = aside / spread;
        return new Similarity(a, b, toX - (a * fromX - b * fromY), toY - (b * fromX + a * fromY));
    }

    double scale() {
        return Math.hypot(a, b);
    }

    Similarity inverse() {
        double squared = a * a + b * b;
        double inverseA = a / squared;
        double inverseB = -b / squared;
        return new Similarity(
                inverseA, inverseB, -(inverseA * shiftX - inverseB * shiftY), -(inverseB * shiftX + inverseA * shiftY));
    }

    /** The same with its results moved. */
    Similarity moved(double x, double y) {
        return new Similarity(a, b, shiftX + x, shiftY + y);
    }

    double x(double x, double y) {
        return a * x - b * y + shiftX;
    }

    double y(double x, double y) {
        return b * x + a * y + shiftY;
    }

    private static double mean(double[] coordinates, int first) {
        double sum = 0;
        for (int i = first; i < coordinates.length; i += 2) {
            sum += coordinates[i];
        }
        return 2 * sum / coordinates.length;
    }
}
