package org.semblance.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import org.semblance.bench.search.FaceVectors;

/** Searches by vector through a running server, and what they cost it beyond the search itself. */
final class RestSearches {
    private static final double BAR_MILLIS = 1.5;
    private static final String PROCESSOR_TIME = "cpu_processCpuTime_seconds{";
    private static final int WARM_UP = 5_000;
    private static final int MOST_WARM_UPS = 12;
    private static final double STEADY = 0.95;
    private static final Duration IDLE = Duration.ofSeconds(15);

    private final ApiClient server;
    private final PrintStream out;

    RestSearches(ApiClient server, PrintStream out) {
        this.server = server;
        this.out = out;
    }

    /** What a program may send a vector as. */
    private enum Form {
        NUMBERS,
        BASE64
    }

    /**
     * Asks the server again and again, one call at a time.
     *
     * @param inProcessMillis what the same search takes of the processor without server and HTTP
     */
    void compare(int calls, double inProcessMillis) {
        try (var gallery = BenchGallery.create(server, Checkout.find())) {
            out.printf(Locale.ROOT, "%nPOST /search by vector, over HTTP; in process %.3f ms%n", inProcessMillis);
            for (Form form : Form.values()) {
                compare(gallery, form, calls, inProcessMillis);
            }
        }
    }

    private void compare(BenchGallery gallery, Form form, int calls, double inProcessMillis) {
        var people = new FaceVectors(true, 3);
        warmUp(gallery, form, people);
        double idle = idleShare();
        double before = processorSeconds();
        long start = System.nanoTime();
        double[] millis = new double[calls];
        for (int i = 0; i < calls; i++) {
            long begun = System.nanoTime();
            search(gallery, form, people.face(i, 0));
            millis[i] = (System.nanoTime() - begun) / 1e6;
        }
        double beside = idle * (System.nanoTime() - start) / 1e9;
        double cpuMillis = (processorSeconds() - before - beside) * 1000 / calls;
        var clock = new Statistics(millis);
        out.printf(
                Locale.ROOT,
                "as %s: median %.3f ms, 95th %.3f ms, CPU of the server %.3f ms besides the %.1f %% that it takes "
                        + "anyway; it adds %.3f ms, %s the bar of %.1f ms%n",
                form.name().toLowerCase(Locale.ROOT),
                clock.median(),
                clock.percentile(95),
                cpuMillis,
                idle * 100,
                cpuMillis - inProcessMillis,
                cpuMillis - inProcessMillis <= BAR_MILLIS ? "within" : "ABOVE",
                BAR_MILLIS);
    }

    private void search(BenchGallery gallery, Form form, float[] vector) {
        gallery.search(form == Form.NUMBERS ? byVector(BenchGallery.NAME, vector) : packed(BenchGallery.NAME, vector));
    }

    /** What share of one processor the server takes when nobody asks it anything. */
    private double idleShare() {
        try {
            double before = processorSeconds();
            Thread.sleep(IDLE.toMillis());
            return (processorSeconds() - before) / IDLE.toSeconds();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("Interrupted");
        }
    }

    /** The server compiles what it is asked for often, which takes longer than the calls, and then is quicker: until it is not. */
    private void warmUp(BenchGallery gallery, Form form, FaceVectors people) {
        double last = Double.MAX_VALUE;
        for (int round = 0; round < MOST_WARM_UPS; round++) {
            double before = processorSeconds();
            for (int i = 0; i < WARM_UP; i++) {
                search(gallery, form, people.face(i, 0));
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

    /** The same with the vector as its bytes. */
    private static JsonObject packed(String gallery, float[] vector) {
        var bytes = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(vector);
        return Json.createObjectBuilder()
                .add("gallery", gallery)
                .add("vector_base64", Base64.getEncoder().encodeToString(bytes.array()))
                .build();
    }
}
