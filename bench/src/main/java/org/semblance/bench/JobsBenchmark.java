package org.semblance.bench;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.semblance.bench.jobs.PurgeRun;
import org.semblance.bench.jobs.SimilarityRun;

/** What jobs get done in a second: all parts, or those that are named. */
final class JobsBenchmark implements Benchmark {
    private static final int PURGED_ROWS = 200_000;
    private static final int PURGED_IMAGES = 20_000;

    private final Map<String, Benchmark> parts = new LinkedHashMap<>();

    JobsBenchmark() {
        parts.put("similarities", JobsBenchmark::similarities);
        parts.put("purges", JobsBenchmark::purges);
        parts.put("enrolment", JobsBenchmark::enrolment);
    }

    @Override
    public void run(Options options, PrintStream out) {
        List<String> names = options.arguments().isEmpty() ? List.copyOf(parts.keySet()) : options.arguments();
        for (String name : names) {
            Benchmark part = parts.get(name);
            if (part == null) {
                throw new BenchmarkException("jobs has no part " + name + ", but " + String.join(", ", parts.keySet()));
            }
            part.run(options, out);
        }
    }

    /** Only with a server to ask and its import directory at hand. */
    private static void enrolment(Options options, PrintStream out) {
        if (!options.hasAccount() || options.imports().isEmpty()) {
            out.println("enroll-persons: not measured; set SEMBLANCE_BENCH_USER, SEMBLANCE_BENCH_PASSWORD and"
                    + " SEMBLANCE_BENCH_IMPORT, the import directory of the server");
            return;
        }
        new EnrolmentRun(ApiClient.signIn(options), options.imports().orElseThrow(), out)
                .compare(options.pictures(), options.pack());
    }

    private static void purges(Options options, PrintStream out) {
        var run = new PurgeRun(out);
        run.rows(PURGED_ROWS);
        run.images(PURGED_IMAGES);
    }

    private static void similarities(Options options, PrintStream out) {
        var run = new SimilarityRun(out, options.python());
        for (int users : List.of(2000, 10_000, 50_000)) {
            run.compare(users);
        }
        run.inDatabase(2000);
    }
}
