package org.semblance.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Cameras that send frames to a running server for minutes: how fast it decides, whether it loses anything, and whether
 * it grows. Each camera sends its next frame when the one before is answered.
 */
final class SurveillanceBenchmark implements Benchmark {
    private static final int CAMERAS = 4;
    private static final int SECONDS = 180;
    private static final double MEBIBYTE = 1024 * 1024;
    private static final String FRAMES = "/frames";

    @Override
    public void run(Options options, PrintStream out) {
        int cameras = options.number(0, "The number of cameras", CAMERAS);
        int seconds = options.number(1, "The number of seconds", SECONDS);
        var checkout = Checkout.find();
        var server = ApiClient.signIn(options);
        var scenes = new Scenes(checkout).frames();
        try (var gallery = BenchGallery.create(server, checkout)) {
            List<String> names = new ArrayList<>();
            try {
                for (int i = 0; i < cameras; i++) {
                    names.add(camera(server, gallery.name(), i));
                }
                List<CameraRun> runs = new ArrayList<>();
                for (int i = 0; i < cameras; i++) {
                    runs.add(new CameraRun(ApiClient.signIn(options), "cameras/" + names.get(i) + FRAMES, scenes, i));
                }
                runs.forEach(run -> run.send(scenes.size()));
                soak(runs, server, seconds, out);
                compare(
                        runs,
                        names.stream().mapToLong(name -> recorded(server, name)).sum(),
                        out);
            } finally {
                names.forEach(name -> server.delete("cameras/" + name));
            }
        }
    }

    private static void soak(List<CameraRun> runs, ApiClient server, int seconds, PrintStream out) {
        double heapBefore = heap(server);
        long begun = System.nanoTime();
        List<Thread> threads =
                runs.stream().map(run -> new Thread(() -> run.sendFor(seconds))).toList();
        threads.forEach(Thread::start);
        int deepest = 0;
        while (threads.stream().anyMatch(Thread::isAlive)) {
            deepest = Math.max(deepest, queue(server));
            pause();
        }
        double elapsed = (System.nanoTime() - begun) / 1e9;
        double[] millis = runs.stream()
                .flatMap(run -> run.millis().stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
        var latency = new Statistics(millis);
        out.printf(Locale.ROOT, "%n%d cameras for %.0f s%n", runs.size(), elapsed);
        line(out, "frames a second", millis.length / elapsed);
        line(out, "decision, median, ms", latency.median());
        line(out, "decision, 95 in 100, ms", latency.percentile(95));
        line(out, "decision, 99 in 100, ms", latency.percentile(99));
        line(out, "frames under way, most", deepest);
        int refused = runs.stream().mapToInt(CameraRun::refused).sum();
        line(out, "refused with Retry-After, sent again", refused);
        line(out, "heap of the server before, MiB", heapBefore / MEBIBYTE);
        line(out, "heap of the server after, MiB", heap(server) / MEBIBYTE);
    }

    private static void compare(List<CameraRun> runs, long recorded, PrintStream out) {
        long told = runs.stream().mapToLong(CameraRun::told).sum();
        line(out, "faces told", (double) told);
        line(out, "events recorded", (double) recorded);
        line(out, "lost or doubled (must be 0)", (double) Math.abs(told - recorded));
    }

    /** Every face of every frame is an event of its own, so that they can be counted. */
    private static String camera(ApiClient server, String gallery, int number) {
        String name = "bench-" + ProcessHandle.current().pid() + "-" + number;
        server.postJson(
                "cameras",
                Json.createObjectBuilder()
                        .add("name", name)
                        .add("gallery", gallery)
                        .add("title", "Made by ./semblance bench, removed by it")
                        .add("sighting_seconds", 0)
                        .add("keeps_unknown", false)
                        .build());
        return name;
    }

    private static long recorded(ApiClient server, String camera) {
        JsonObject counts = ApiClient.parse(server.get("events/statistics?camera=" + camera))
                .getJsonObject("total");
        return Stream.of("matched", "ambiguous", "unknown", "rejected")
                .mapToLong(counts::getInt)
                .sum();
    }

    private static int queue(ApiClient server) {
        return (int) metric(server, "recognition_queue_frames");
    }

    /** After the collector has had its say: the lowest of some looks. */
    private static double heap(ApiClient server) {
        double least = Double.MAX_VALUE;
        for (int i = 0; i < 10; i++) {
            least = Math.min(least, metric(server, "memory_usedHeap_bytes"));
            pause();
        }
        return least;
    }

    private static double metric(ApiClient server, String name) {
        return server.get("metrics")
                .lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .mapToDouble(Double::parseDouble)
                .findFirst()
                .orElse(0);
    }

    private static void line(PrintStream out, String what, double value) {
        out.printf(Locale.ROOT, "%-44s %14.1f%n", what, value);
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("The wait for the cameras was interrupted", e);
        }
    }
}
