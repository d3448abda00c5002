package org.semblance.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import javax.imageio.ImageIO;
import org.semblance.platform.Threads;

/**
 * Pictures that a running server enrolls in a second by its job, against a bare loop over the same models with as many
 * threads as the job has parts.
 */
final class EnrolmentRun {
    private static final String FOLDER = "bench-enrolment";
    private static final int PEOPLE = 20;
    private static final int PICTURES_A_PERSON = 20;
    private static final int MARKS = 20;
    private static final int MARK = 4;
    private static final int USUAL_HEIGHT = 640;
    private static final int TELEPHONE_HEIGHT = 1920;
    private static final int WARM_UP = 8000;
    private static final int WARM_UP_OF_EACH = 500;
    private static final int MOST_LARGE = 1000;
    private static final long WARMING_NANOS = 3_000_000_000L;
    private static final long MEASURED_NANOS = 5_000_000_000L;
    private static final double BAR = 0.85;
    private static final double MEBIBYTE = 1024 * 1024;
    private static final long BETWEEN_LOOKS_MILLIS = 1000;

    private final ApiClient server;
    private final Path imports;
    private final PrintStream out;
    private int written;

    /** A run into the server's import directory, which must be on this machine. */
    EnrolmentRun(ApiClient server, Path imports, PrintStream out) {
        this.server = server;
        this.imports = imports;
        this.out = out;
    }

    /**
     * Portraits as small as they are shipped, then as large as a telephone sends them.
     *
     * @param pack whose models are compared, which must be the server's; those of the starter pack where there is none
     */
    void compare(int pictures, Optional<Path> pack) {
        var checkout = Checkout.find();
        var samples = new Samples(checkout);
        try (var gallery = BenchGallery.create(server, checkout)) {
            var small = samples.people(PEOPLE);
            enroll(small, WARM_UP, gallery.name());
            compare("small pictures", small, pictures, pack, gallery.name());
            int fewer = Math.min(pictures, MOST_LARGE);
            compare("pictures of 640 pixels", enlarged(small, USUAL_HEIGHT), fewer, pack, gallery.name());
            compare("pictures of a telephone", enlarged(small, TELEPHONE_HEIGHT), fewer, pack, gallery.name());
        }
    }

    private static List<Picture> enlarged(List<Picture> small, int height) {
        return small.stream()
                .map(picture -> Samples.enlarged(picture, picture.name(), height))
                .toList();
    }

    private void compare(String kind, List<Picture> samples, int pictures, Optional<Path> pack, String gallery) {
        enroll(samples, WARM_UP_OF_EACH, gallery);
        int parts = Threads.computing();
        double bareBefore = bare(pack, samples, parts);
        double job = enroll(samples, pictures, gallery);
        double bare = (bareBefore + bare(pack, samples, parts)) / 2;
        out.printf(
                Locale.ROOT,
                "%nenroll-persons, %,d %s, %d parts: %.1f a second, bare loop %.1f: %.2f of it, %s the bar of %.2f%n",
                pictures,
                kind,
                parts,
                job,
                bare,
                job / bare,
                job / bare >= BAR ? "within" : "BELOW",
                BAR);
    }

    /** Pictures a second. */
    private double enroll(List<Picture> samples, int pictures, String gallery) {
        try {
            write(samples, pictures);
            return job(pictures, Threads.computing(), gallery);
        } finally {
            remove();
        }
    }

    private double job(int pictures, int parts, String gallery) {
        var parameters = Json.createObjectBuilder()
                .add("gallery", gallery)
                .add("folder", FOLDER)
                .add("parts", Integer.toString(parts));
        long id = server.postJson(
                        "jobs",
                        Json.createObjectBuilder()
                                .add("job", "enroll-persons")
                                .add("parameters", parameters)
                                .build())
                .getInt("id");
        double most = 0;
        while (true) {
            JsonObject run = ApiClient.parse(server.get("jobs/" + id));
            most = Math.max(most, usedHeap());
            if (run.containsKey("ended_at")) {
                out.printf(
                        Locale.ROOT,
                        "the run is %s: %s; heap of the server at most %.0f MiB%n",
                        run.getString("state"),
                        run.getJsonObject("counts"),
                        most);
                return pictures / seconds(run);
            }
            pause();
        }
    }

    private static double seconds(JsonObject run) {
        return Duration.between(Instant.parse(run.getString("started_at")), Instant.parse(run.getString("ended_at")))
                        .toMillis()
                / 1e3;
    }

    private double usedHeap() {
        return server.get("metrics")
                        .lines()
                        .filter(line -> line.startsWith("memory_usedHeap_bytes"))
                        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                        .mapToDouble(Double::parseDouble)
                        .findFirst()
                        .orElse(0)
                / MEBIBYTE;
    }

    /** Pictures a second of threads that do nothing but decode, find and embed. */
    private static double bare(Optional<Path> pack, List<Picture> samples, int threads) {
        try (var pipeline = pack.map(Pipeline::start).orElseGet(() -> Pipeline.start(Checkout.find()));
                var models = new BareModels(pipeline.pack())) {
            List<BareRun> runs = new ArrayList<>();
            for (Picture picture : samples) {
                runs.add(new BareRun(models, picture, pipeline.analysis().analyze(picture.photo())));
            }
            double rate = rate(runs, threads);
            runs.forEach(BareRun::close);
            return rate;
        }
    }

    private static double rate(List<BareRun> runs, int threads) {
        rate(runs, threads, WARMING_NANOS);
        return rate(runs, threads, MEASURED_NANOS);
    }

    private static double rate(List<BareRun> runs, int threads, long nanos) {
        var turns = new AtomicLong();
        var callers = Executors.newFixedThreadPool(threads);
        try {
            long begun = System.nanoTime();
            List<Future<?>> results = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                results.add(callers.submit(() -> {
                    while (System.nanoTime() - begun < nanos) {
                        runs.get((int) (turns.getAndIncrement() % runs.size())).analyze();
                    }
                    return null;
                }));
            }
            for (Future<?> result : results) {
                result.get();
            }
            return turns.get() / ((System.nanoTime() - begun) / 1e9);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("The bare loop was interrupted", e);
        } catch (ExecutionException e) {
            throw new BenchmarkException("The bare loop failed: " + e.getCause(), e);
        } finally {
            callers.shutdown();
        }
    }

    /** The same faces again and again, each time with another mark: what shows the same is enrolled once. */
    private void write(List<Picture> samples, int pictures) {
        try {
            for (int i = 0; i < pictures; i++) {
                Path person = imports.resolve(FOLDER).resolve("person-" + written / PICTURES_A_PERSON);
                Files.createDirectories(person);
                Picture sample = samples.get(written / PICTURES_A_PERSON % samples.size());
                Files.write(person.resolve(written + ".jpg"), marked(sample, written));
                written++;
            }
        } catch (IOException e) {
            throw new BenchmarkException("The pictures cannot be written below " + imports + ": " + e, e);
        }
    }

    /** Squares along the upper edge, black or white as the bits of a number. */
    private static byte[] marked(Picture sample, int number) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(sample.bytes()));
        var graphics = image.createGraphics();
        for (int bit = 0; bit < MARKS; bit++) {
            graphics.setColor((number >> bit & 1) == 0 ? Color.BLACK : Color.WHITE);
            graphics.fillRect(bit * MARK, 0, MARK, MARK);
        }
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", bytes);
        return bytes.toByteArray();
    }

    private void remove() {
        Path folder = imports.resolve(FOLDER);
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new BenchmarkException(folder + " cannot be removed: " + e, e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("The wait for the run was interrupted", e);
        }
    }
}
