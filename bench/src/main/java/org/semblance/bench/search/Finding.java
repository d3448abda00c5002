package org.semblance.bench.search;

import java.util.Arrays;
import java.util.Locale;

/** What was measured of one way. */
final class Finding {
    private static final double NANOS_PER_MILLI = 1e6;
    static final String HEADER = String.format(
            Locale.ROOT,
            "%-34s %7s %7s %9s %9s %9s %9s %9s %9s%n",
            "",
            "R@1",
            "R@10",
            "CPU ms",
            "p50 ms",
            "p95 ms",
            "p99 ms",
            "QPS 1",
            "QPS 2");

    private final String name;
    private final long[] wall;
    private final long[] cpu;
    private int probes;
    private int first;
    private double ten;
    private final double[] bySecond = new double[2];

    Finding(String name, int rounds) {
        this.name = name;
        this.wall = new long[rounds];
        this.cpu = new long[rounds];
    }

    String name() {
        return name;
    }

    void time(long wallNanos, long cpuNanos) {
        wall[probes] = wallNanos;
        cpu[probes] = cpuNanos;
    }

    void compare(long[] found, long[] exact) {
        probes++;
        first += found.length > 0 && found[0] == exact[0] ? 1 : 0;
        long common = Arrays.stream(found)
                .filter(face -> Arrays.stream(exact).anyMatch(other -> other == face))
                .count();
        ten += (double) common / exact.length;
    }

    void bySecond(int clients, double queries) {
        bySecond[clients - 1] = queries;
    }

    double recall() {
        return (double) first / probes;
    }

    double cpuMillis() {
        return percentile(cpu, 50);
    }

    double wallMillis() {
        return percentile(wall, 50);
    }

    /** Not every way is asked by several clients at once. */
    private static String rate(double queries) {
        return queries > 0 ? String.format(Locale.ROOT, "%.0f", queries) : "-";
    }

    private static double percentile(long[] values, int percent) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(percent / 100.0 * sorted.length) - 1)] / NANOS_PER_MILLI;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-34s %7.3f %7.3f %9.3f %9.3f %9.3f %9.3f %9s %9s%n",
                name,
                recall(),
                ten / probes,
                cpuMillis(),
                wallMillis(),
                percentile(wall, 95),
                percentile(wall, 99),
                rate(bySecond[0]),
                rate(bySecond[1]));
    }
}
