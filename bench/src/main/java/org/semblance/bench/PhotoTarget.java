package org.semblance.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.Problem;
import org.semblance.vision.Photo;

/**
 * What the fuzzer Jazzer calls with one mutated picture after the other, by these method names: the whole way from bytes
 * to faces. A picture is analyzed or refused as a picture; anything else is a finding.
 */
public final class PhotoTarget {
    private static final int SETTLED = 1000;
    private static final double MEBIBYTE = 1024 * 1024;

    private static final Map<String, Integer> OUTCOMES = new TreeMap<>();
    private static @Nullable Pipeline pipeline;
    private static long pictures;
    private static long slowest;
    private static String settled = "too early to tell";

    private PhotoTarget() {}

    /** Called once, before anything else. */
    public static void fuzzerInitialize() {
        pipeline = Pipeline.start(Checkout.find());
    }

    /** Called with each picture; what it throws is reported, and the picture kept. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        if (pipeline == null) {
            throw new IllegalStateException("The fuzzer has not called fuzzerInitialize");
        }
        long start = System.nanoTime();
        count(outcome(pipeline, bytes));
        slowest = Math.max(slowest, System.nanoTime() - start);
        if (++pictures == SETTLED) {
            settled = resources();
        }
    }

    private static String outcome(Pipeline analyzer, byte[] bytes) {
        try {
            var detection = analyzer.analysis().detect(Photo.of(bytes));
            return detection.faces().isEmpty() ? "analyzed, no face" : "analyzed, with faces";
        } catch (Problem refusal) {
            if (refusal.code().startsWith("image-")) {
                return "refused, " + refusal.code();
            }
            throw refusal;
        }
    }

    private static void count(String outcome) {
        OUTCOMES.merge(outcome, 1, Integer::sum);
    }

    /** Called once, at the end. */
    public static void fuzzerTearDown() {
        System.err.println();
        OUTCOMES.forEach((outcome, count) -> System.err.printf(Locale.ROOT, "%-40s %,12d%n", outcome, count));
        System.err.printf(Locale.ROOT, "%-40s %,12d%n", "pictures in all", pictures);
        System.err.printf(Locale.ROOT, "%-40s %,12d ms%n", "slowest picture", TimeUnit.NANOSECONDS.toMillis(slowest));
        System.err.printf(Locale.ROOT, "after %,d pictures: %s%n", SETTLED, settled);
        System.err.printf(Locale.ROOT, "at the end: %s%n", resources());
        if (pipeline != null) {
            pipeline.close();
        }
    }

    private static String resources() {
        System.gc();
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return String.format(
                Locale.ROOT,
                "heap %.0f MiB after collection, %d threads",
                heap.getUsed() / MEBIBYTE,
                ManagementFactory.getThreadMXBean().getThreadCount());
    }
}
