package org.semblance.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.PrintStream;
import java.util.Locale;
import org.semblance.bench.search.FaceVectors;
import org.semblance.bench.search.PlainScan;

/** Searches by vector through a running server, and what they cost it beyond the search itself. */
final class RestSearches {
    private static final double BAR_MILLIS = 1.5;
    private static final String PROCESSOR_TIME = "cpu_processCpuTime_seconds{";
    private static final int WARM_UP = 5_000;
    private static final int MOST_WARM_UPS = 12;
    private static final double STEADY = 0.95;
    private static final int ROUNDS = 20;
    private static final int CALLS = 250;
    private static final int SCANS = 100;

    private final ApiClient server;
    private final PrintStream out;

    RestSearches(ApiClient server, PrintStream out) {
        this.server = server;
        this.out = out;
    }

    /**
     * Asks the server again and again, one call at a time, and between times scans plainly, which tells how fast the
     * machine is just then: its neighbours may slow it to a third.
     *
     * @param inProcessMillis what the same search takes of the processor without server and HTTP
     */
    void compare(double inProcessMillis) {
        try (var gallery = BenchGallery.create(server, Checkout.find())) {
            var people = new FaceVectors(true, 3);
            var yardstick = new PlainScan();
            warmUp(gallery, people);
            yardstick.measure(SCANS);
            double[] millis = new double[ROUNDS * CALLS];
            double[] cpu = new double[ROUNDS];
            double[] scans = new double[ROUNDS];
            double[] added = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                double before = processorSeconds();
                for (int i = round * CALLS; i < (round + 1) * CALLS; i++) {
                    long begun = System.nanoTime();
                    gallery.search(people.face(i, 0));
                    millis[i] = (System.nanoTime() - begun) / 1e6;
                }
                cpu[round] = (processorSeconds() - before) * 1000 / CALLS;
                scans[round] = yardstick.measure(SCANS);
                added[round] = (cpu[round] - inProcessMillis) / scans[round] * PlainScan.MILLIS;
            }
            print(
                    inProcessMillis,
                    new Statistics(millis),
                    new Statistics(cpu),
                    new Statistics(scans),
                    new Statistics(added));
        }
    }

    private void print(double inProcess, Statistics clock, Statistics cpu, Statistics scans, Statistics added) {
        out.printf(
                Locale.ROOT,
                "%nPOST /search by vector, over HTTP: median %.3f ms, 95th %.3f ms, CPU of the server %.3f ms, in process %.3f ms%n"
                        + "A plain scan of 10,000 faces, %.2f ms when the bars were set, took %.3f ms between the calls; "
                        + "at that speed HTTP adds %.3f ms (%.3f to %.3f), %s the bar of %.1f ms%n",
                clock.median(),
                clock.percentile(95),
                cpu.median(),
                inProcess,
                PlainScan.MILLIS,
                scans.median(),
                added.median(),
                added.percentile(1),
                added.percentile(100),
                added.median() <= BAR_MILLIS ? "within" : "ABOVE",
                BAR_MILLIS);
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
