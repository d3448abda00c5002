package org.semblance.bench;

import java.io.PrintStream;
import java.util.List;
import org.semblance.bench.search.SearchRun;

/** Finding faces among 10,000 and 100,000, or as many as asked for. */
final class SearchBenchmark implements Benchmark {
    private static final int CALLS = 5000;

    @Override
    public void run(Options options, PrintStream out) {
        List<Integer> sizes = options.sizes();
        var run = new SearchRun(out, options.probes(), options.python());
        for (int faces : sizes) {
            run.compare(faces, true);
        }
        run.compare(sizes.get(0), false);
        run.neighbours(sizes.get(0));
        run.freshness();
        run.churn(sizes.get(0));
        if (options.hasAccount()) {
            new RestSearches(ApiClient.signIn(options), out).compare(CALLS, run.smallest());
        } else {
            out.printf("%nSearches over HTTP are not measured: SEMBLANCE_BENCH_USER names no account of a server%n");
        }
    }
}
