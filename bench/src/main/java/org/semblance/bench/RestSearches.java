package org.semblance.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.PrintStream;
import java.util.Locale;
import org.semblance.bench.search.FaceVectors;

/** Searches by vector through a running server, and what they cost it beyond the search itself. */
final class RestSearches {
    private static final double BAR_MILLIS = 1.5;
    private static final String PROCESSOR_TIME = "cpu_processCpuTime_seconds{";
    private static final int WARM_UP = 5_000;
    private static final int MOST_WARM_UPS = 12;
    private static final double STEADY = 0.95;

    private final ApiClient server;
    private final PrintStream out;

    RestSearches(ApiClient server, PrintStream out) {
        this.server = server;
        this.out = out;
    }

    /**
     * Asks the server again and again, one call at a time.
     *
     * @param inProcessMillis what the same search takes of the processor without server and HTTP
     */
    void compare(int calls, double inProcessMillis) {
        try (var gallery = BenchGallery.create(server, Checkout.find())) {
            var people = new FaceVectors(true, 3);
            warmUp(gallery, people);
            double before = processorSeconds();
            double[] millis = new double[calls];
            for (int i = 0; i < calls; i++) {
                long begun = System.nanoTime();
                gallery.search(people.face(i, 0));
                millis[i] = (System.nanoTime() - begun) / 1e6;
            }
            double cpuMillis = (processorSeconds() - before) * 1000 / calls;
            var clock = new Statistics(millis);
            out.printf(
                    Locale.ROOT,
                    "%nPOST /search by vector, over HTTP: median %.3f ms, 95th %.3f ms, CPU of the server %.3f ms; "
                            + "in process %.3f ms; it adds %.3f ms, %s the bar of %.1f ms%n",
                    clock.median(),
                    clock.percentile(95),
                    cpuMillis,
                    inProcessMillis,
                    cpuMillis - inProcessMillis,
                    cpuMillis - inProcessMillis <= BAR_MILLIS ? "within" : "ABOVE",
                    BAR_MILLIS);
        }
    }

    /** The server compiles what it is asked for often, which takes longer than the calls, and then is quicker: until it is not. */
    private void warmUp(BenchGallery gallery, FaceVectors people) {
        double last = Double.MAX_VALUE;
        for (int round = 0; round < MOST_WARM_UPS; round++) {
            double before = processorSeconds();
            for (int i = 0; i < WARM_UP; i++) {
                gallery.search(people.face(i, 0));
            }
            double took = processorSeconds() - before;
            if (took > last * STEADY) {
                return;
            }
            last = took;
        }
    }

    private double processorSeconds() {
        return server.get("metrics")
                .lines()
                .filter(line -> line.startsWith(PROCESSOR_TIME))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .mapToDouble(Double::parseDouble)
                .findFirst()
                .orElseThrow(() -> new BenchmarkException("The server's metrics tell no processor time"));
    }

    /** The body of a search by vector. */
    static JsonObject byVector(String gallery, float[] vector) {
        var numbers = Json.createArrayBuilder();
        for (float number : vector) {
            numbers.add(number);
        }
        return Json.createObjectBuilder()
                .add("gallery", gallery)
                .add("vector", numbers)
                .build();
    }
}
