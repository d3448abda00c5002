package org.semblance.bench;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Whether the server's memory grows with the photos that it has seen. */
final class MemoryBenchmark implements Benchmark {
    private static final String LINE = "%-60s %14s %14s %14s%n";
    private static final double MEBIBYTE = 1024 * 1024;

    @Override
    public void run(Options options, PrintStream out) {
        var server = ApiClient.signIn(options);
        byte[] jpeg = Checkout.find().pictures().get(0).bytes();
        int calls = options.calls();
        var first = memory(server.get("metrics"));
        if (first.isEmpty()) {
            throw new BenchmarkException("The server's metrics say nothing about its memory");
        }
        server.detect(jpeg);
        long start = System.nanoTime();
        for (int call = 0; call < calls; call++) {
            server.detect(jpeg);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        var last = memory(server.get("metrics"));
        out.printf(Locale.ROOT, "%d calls of POST /detect in %.1f s%n%n", calls, seconds);
        out.printf(LINE, "MiB", "first", "last", "change");
        first.forEach((name, before) -> {
            double after = last.getOrDefault(name, Double.NaN);
            out.printf(LINE, name, mebibytes(before), mebibytes(after), mebibytes(after - before));
        });
    }

    /** The numbers of bytes in a Prometheus text whose names speak of memory. */
    static Map<String, Double> memory(String metrics) {
        Map<String, Double> found = new TreeMap<>();
        metrics.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            int space = line.lastIndexOf(' ');
            String name = space < 0 ? "" : line.substring(0, space);
            String plain = name.toLowerCase(Locale.ROOT);
            if (plain.contains("memory") && plain.contains("bytes")) {
                found.put(name, Double.valueOf(line.substring(space + 1)));
            }
        });
        return found;
    }

    private static String mebibytes(double bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / MEBIBYTE);
    }
}
