package org.semblance.vision.evaluation;

/**
 * How similar pairs of the same person and pairs of different people are, counted in steps of a hundred-thousandth: takes
 * the same memory for ten pairs and for a billion. A pair is accepted from the threshold on.
 */
final class Similarities {
    private static final int STEPS = 100_000;
    private static final int BINS = 2 * STEPS + 1;

    private final long[] same = new long[BINS];
    private final long[] different = new long[BINS];
    private long samePairs;
    private long differentPairs;

    void add(double similarity, boolean isSame) {
        int bin = bin(similarity);
        if (isSame) {
            same[bin]++;
            samePairs++;
        } else {
            different[bin]++;
            differentPairs++;
        }
    }

    private static int bin(double similarity) {
        return (int) Math.max(0, Math.min(BINS - 1, Math.floor((similarity + 1) * STEPS + 1e-6)));
    }

    private static double threshold(int bin) {
        return (double) (bin - STEPS) / STEPS;
    }

    long samePairs() {
        return samePairs;
    }

    long differentPairs() {
        return differentPairs;
    }

    /** Share of the pairs of different people that are accepted. */
    double falseAccepts(double threshold) {
        return share(different, differentPairs, threshold);
    }

    /** Share of the pairs of the same person that are accepted. */
    double trueAccepts(double threshold) {
        return share(same, samePairs, threshold);
    }

    private static double share(long[] counts, long all, double threshold) {
        long accepted = 0;
        // From the first step on that lies at or above the threshold.
        for (int bin = (int) Math.max(0, Math.ceil((threshold + 1) * STEPS - 1e-6)); bin < BINS; bin++) {
            accepted += counts[bin];
        }
        return all == 0 ? Double.NaN : (double) accepted / all;
    }

    /** The lowest threshold that accepts at most this share; not a number where there are too few pairs to tell. */
    double thresholdFor(double falseAccepts) {
        if (differentPairs * falseAccepts < 1) {
            return Double.NaN;
        }
        long accepted = 0;
        int bin = BINS;
        while (bin > 0 && accepted + different[bin - 1] <= falseAccepts * differentPairs) {
            accepted += different[--bin];
        }
        return threshold(bin);
    }

    /** The chance that a pair of the same person is more similar than one of different people. */
    double areaUnderCurve() {
        double area = 0;
        long below = 0;
        for (int bin = 0; bin < BINS; bin++) {
            area += same[bin] * (below + different[bin] / 2.0);
            below += different[bin];
        }
        return samePairs == 0 || differentPairs == 0 ? Double.NaN : area / samePairs / differentPairs;
    }

    /** The share of wrong answers where as large a share is wrongly refused as wrongly accepted; between steps, straight. */
    double equalErrorRate() {
        if (samePairs == 0 || differentPairs == 0) {
            return Double.NaN;
        }
        long refused = 0;
        long accepted = differentPairs;
        double gap = 1;
        for (int bin = 0; bin < BINS; bin++) {
            double before = (double) refused / samePairs;
            refused += same[bin];
            accepted -= different[bin];
            double after = (double) refused / samePairs;
            double nextGap = (double) accepted / differentPairs - after;
            if (nextGap <= 0) {
                return before + gap / (gap - nextGap) * (after - before);
            }
            gap = nextGap;
        }
        throw new IllegalStateException("At the highest threshold everything is refused");
    }

    /** The curve of false against true accepts, from the highest threshold down, one point for each step that changes one. */
    void curve(CurvePoint taker) {
        long falsely = 0;
        long truly = 0;
        for (int bin = BINS - 1; bin >= 0; bin--) {
            if (different[bin] > 0 || same[bin] > 0) {
                falsely += different[bin];
                truly += same[bin];
                taker.at((double) falsely / differentPairs, (double) truly / samePairs);
            }
        }
    }

    /** Takes one point of the curve. */
    @FunctionalInterface
    interface CurvePoint {
        void at(double falseAccepts, double trueAccepts);
    }
}
