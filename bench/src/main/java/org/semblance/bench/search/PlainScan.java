package org.semblance.bench.search;

import java.lang.management.ManagementFactory;
import java.util.Random;

/**
 * The plainest search, by which the speed of a machine is told: a probe is compared with 10,000 vectors of 512 numbers,
 * one after the other, with four sums and nothing that is particular to a processor.
 */
public final class PlainScan {
    /** What it took of the processor when the bars were set; 1.44 was the most. */
    public static final double MILLIS = 1.25;

    private static final int FACES = 10_000;

    private final float[] vectors = new float[FACES * FaceVectors.DIMENSION];
    private final float[] probe = new float[FaceVectors.DIMENSION];

    public PlainScan() {
        var random = new Random(5);
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = random.nextFloat() - 0.5f;
        }
    }

    /** Processor time of this thread for so many scans, in milliseconds for one. */
    public double measure(int scans) {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        int found = 0;
        for (int i = 0; i < scans; i++) {
            System.arraycopy(vectors, i % FACES * FaceVectors.DIMENSION, probe, 0, probe.length);
            found += nearest() == i % FACES ? 1 : 0;
        }
        double millis = (threads.getCurrentThreadCpuTime() - before) / 1e6 / scans;
        if (found < scans) {
            throw new IllegalStateException("Of " + scans + " faces only " + found + " are nearest to themselves");
        }
        return millis;
    }

    private int nearest() {
        int nearest = -1;
        float most = Float.NEGATIVE_INFINITY;
        for (int face = 0; face < FACES; face++) {
            float product = product(face * FaceVectors.DIMENSION);
            if (product > most) {
                most = product;
                nearest = face;
            }
        }
        return nearest;
    }

    private float product(int offset) {
        float first = 0;
        float second = 0;
        float third = 0;
        float fourth = 0;
        for (int i = 0; i < FaceVectors.DIMENSION; i += 4) {
            first += probe[i] * vectors[offset + i];
            second += probe[i + 1] * vectors[offset + i + 1];
            third += probe[i + 2] * vectors[offset + i + 2];
            fourth += probe[i + 3] * vectors[offset + i + 3];
        }
        return first + second + third + fourth;
    }
}
