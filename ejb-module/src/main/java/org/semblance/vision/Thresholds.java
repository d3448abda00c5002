package org.semblance.vision;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Similarities above which only one in so many pairs of different people lies, as measured with a pack's embedder. Rates
 * that were not measured are reckoned from the last two: the threshold grows by the same step for each tenth part.
 */
public final class Thresholds {
    private static final List<FalseAcceptRate> RATES = List.of(FalseAcceptRate.values());
    private static final int NEEDED = 3;

    private final Map<FalseAcceptRate, Double> measured;

    /** Needs the first three rates, and the others without a gap. */
    public Thresholds(Map<FalseAcceptRate, Double> measured) {
        this.measured = new EnumMap<>(measured);
        List<FalseAcceptRate> given = RATES.subList(0, this.measured.size());
        if (given.size() < NEEDED || !this.measured.keySet().containsAll(given)) {
            throw new IllegalArgumentException("Thresholds are for 1e-2, 1e-3, 1e-4 and so on, not " + measured);
        }
        List<Double> rising = given.stream().map(this.measured::get).toList();
        if (!rising.equals(rising.stream().sorted().toList())) {
            throw new IllegalArgumentException("Fewer false accepts need a higher threshold, not " + measured);
        }
    }

    public static Thresholds of(double oneInHundred, double oneInThousand, double oneInTenThousand) {
        return new Thresholds(Map.of(
                FalseAcceptRate.ONE_IN_HUNDRED, oneInHundred,
                FalseAcceptRate.ONE_IN_THOUSAND, oneInThousand,
                FalseAcceptRate.ONE_IN_TEN_THOUSAND, oneInTenThousand));
    }

    public double at(FalseAcceptRate rate) {
        Double threshold = measured.get(rate);
        if (threshold != null) {
            return threshold;
        }
        int given = measured.size();
        double last = at(RATES.get(given - 1));
        double step = last - at(RATES.get(given - 2));
        return Math.min(1, last + (RATES.indexOf(rate) - given + 1) * step);
    }

    /** Those that were measured, the most accepting first. */
    public Map<FalseAcceptRate, Double> measured() {
        return new EnumMap<>(measured);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Thresholds that && measured.equals(that.measured);
    }

    @Override
    public int hashCode() {
        return measured.hashCode();
    }

    @Override
    public String toString() {
        return measured.toString();
    }
}
