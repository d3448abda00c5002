package org.semblance.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Runs the benchmark that is named, or the one that needs no server. */
public final class Main {
    private static final int MISUSED = 2;

    private static final Map<String, Supplier<Benchmark>> BENCHMARKS = Map.of(
            "vision", VisionBenchmark::new,
            "api", ApiBenchmark::new,
            "memory", MemoryBenchmark::new,
            "fuzz", FuzzBenchmark::new,
            "search", SearchBenchmark::new,
            "jobs", JobsBenchmark::new,
            "surveillance", SurveillanceBenchmark::new);

    private static final int PART_OF_MEMORY = 8;
    private static final long MEBIBYTE = 1024 * 1024;
    private static final long MOST_BUFFERS = 2048;

    private Main() {}

    public static void main(String[] arguments) {
        System.setProperty("semblance.postgres.shared_buffers", buffers() + "MB");
        System.setProperty("semblance.postgres.directory", System.getProperty("java.io.tmpdir"));
        System.exit(run(List.copyOf(Arrays.asList(arguments)), System.out, System.err));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream errors) {
        String name = arguments.isEmpty() ? "vision" : arguments.get(0);
        var benchmark = BENCHMARKS.get(name);
        if (benchmark == null) {
            errors.println(
                    "There is no benchmark " + name + ". Known are: vision (the default), api, memory [calls], "
                            + "fuzz [minutes [directory]], search [faces…], jobs [parts…], surveillance [cameras [seconds]], portal");
            return MISUSED;
        }
        var options = new Options(arguments.subList(Math.min(1, arguments.size()), arguments.size()), System.getenv());
        try {
            out.println(name + " on " + machine());
            benchmark.get().run(options, out);
            out.println();
            out.println("Afterwards: load " + load());
            return 0;
        } catch (BenchmarkException e) {
            errors.println(e.getMessage());
            return 1;
        }
    }

    /** What ./semblance up gives its database of the machine's memory. */
    private static long buffers() {
        var machine = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return Math.min(MOST_BUFFERS, machine.getTotalMemorySize() / PART_OF_MEMORY / MEBIBYTE);
    }

    private static String machine() {
        return Runtime.getRuntime().availableProcessors() + " processors, " + System.getProperty("os.arch") + ", Java "
                + Runtime.version() + ", load " + load();
    }

    /** Waiting and running threads of the whole machine, averaged over a minute: above the processors, times are worth less. */
    private static String load() {
        return String.format(
                Locale.ROOT,
                "%.1f",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
