package org.semblance.bench.search;

import java.util.Random;

/**
 * Vectors as face models make them: faces of a person at a cosine of about 0.64, strangers at about 0. Where persons lie
 * on a curved surface of 20 dimensions, some strangers look alike, as in real galleries; scattered evenly, none do.
 */
public final class FaceVectors {
    public static final int DIMENSION = 512;
    private static final int LATENT = 20;
    private static final double CURVATURE = 0.47;
    private static final double LEAST_NOISE = 0.33;
    private static final double MOST_NOISE = 0.82;

    private final boolean isCurved;
    private final long seed;
    private final double[][] waves = new double[DIMENSION][LATENT];
    private final double[] phases = new double[DIMENSION];

    public FaceVectors(boolean isCurved, long seed) {
        this.isCurved = isCurved;
        this.seed = seed;
        var random = new Random(seed);
        for (int i = 0; i < DIMENSION; i++) {
            phases[i] = random.nextDouble() * 2 * Math.PI;
            for (int j = 0; j < LATENT; j++) {
                waves[i][j] = CURVATURE * random.nextGaussian();
            }
        }
    }

    /** One photo of a person; the same each time. */
    public float[] face(int person, int photo) {
        double[] centre = centre(person);
        var random = new Random(seed + 31L * person + 1_000_003L * (photo + 1));
        random.nextDouble();
        double energy = LEAST_NOISE + (MOST_NOISE - LEAST_NOISE) * random.nextDouble();
        double noise = Math.sqrt(energy / DIMENSION);
        for (int i = 0; i < DIMENSION; i++) {
            centre[i] += noise * random.nextGaussian();
        }
        return unit(centre);
    }

    private double[] centre(int person) {
        var random = new Random(seed * 7919 + person);
        double[] values = new double[DIMENSION];
        double[] latent =
                random.doubles(LATENT).map(any -> random.nextGaussian()).toArray();
        for (int i = 0; i < DIMENSION; i++) {
            values[i] = isCurved ? wave(i, latent) : random.nextGaussian();
        }
        double length = length(values);
        for (int i = 0; i < DIMENSION; i++) {
            values[i] /= length;
        }
        return values;
    }

    private double wave(int i, double[] latent) {
        double angle = phases[i];
        for (int j = 0; j < LATENT; j++) {
            angle += waves[i][j] * latent[j];
        }
        return Math.cos(angle);
    }

    private static double length(double[] values) {
        double squares = 0;
        for (double value : values) {
            squares += value * value;
        }
        return Math.sqrt(squares);
    }

    private static float[] unit(double[] values) {
        double length = length(values);
        float[] unit = new float[values.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (float) (values[i] / length);
        }
        return unit;
    }
}
