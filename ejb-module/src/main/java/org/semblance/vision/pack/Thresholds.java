package org.semblance.vision.pack;

/** Similarities above which only one in so many pairs of different people lies, as measured with the pack's embedder. */
public record Thresholds(double oneInHundred, double oneInThousand, double oneInTenThousand) {
    public Thresholds {
        if (!(oneInHundred <= oneInThousand && oneInThousand <= oneInTenThousand)) {
            throw new IllegalArgumentException("Fewer false accepts need a higher threshold, not " + oneInHundred + ", "
                    + oneInThousand + ", " + oneInTenThousand);
        }
    }
}
