package org.semblance.bench;

import java.util.Arrays;

/** What many measurements of the same thing say together. */
final class Statistics {
    private final double[] sorted;

    /** At least one number, in any order. */
    Statistics(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("Nothing was measured");
        }
        sorted = values.clone();
        Arrays.sort(sorted);
    }

    double median() {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The smallest number that so many in a hundred do not exceed. */
    double percentile(double percent) {
        if (!(percent > 0 && percent <= 100)) {
            throw new IllegalArgumentException("A percentile lies above 0 and up to 100, unlike " + percent);
        }
        return sorted[(int) Math.ceil(percent / 100 * sorted.length) - 1];
    }

    /** How many times the median of the other this median is. */
    double ratio(Statistics other) {
        return median() / other.median();
    }
}
