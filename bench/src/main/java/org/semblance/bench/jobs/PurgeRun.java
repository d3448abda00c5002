package org.semblance.bench.jobs;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.semblance.bench.BenchmarkException;
import org.semblance.retention.PurgeWorld;
import org.semblance.storage.ImageKey;
import org.semblance.storage.RealImages;
import org.semblance.storage.TemporaryImages;

/**
 * What a purge removes in a second, in small transactions with its report, against one statement that deletes all rows at
 * once and a loop that deletes all files.
 */
public final class PurgeRun {
    private static final String REQUESTS = """
            INSERT INTO idempotent_request (caller, key, target, started_at)
            SELECT 'bench', 'k' || number, 'POST /x', now() - interval '25 hours' FROM generate_series(1, ?) AS number
            """;
    private static final String IMAGES = """
            INSERT INTO image (key, sha256, media_type, size_bytes, width, height, retention_class, created_at)
            SELECT 'bench/' || number % 100 || '/' || number || '.png', sha256(CAST(CAST(number AS text) AS bytea)),
                   'image/png', 4096, 64, 64, 'temporary', now() - interval '2 days' FROM generate_series(1, ?) AS number
            """;
    private static final int FILE_BYTES = 4096;

    private final PrintStream out;

    public PurgeRun(PrintStream out) {
        this.out = out;
        out.printf(Locale.ROOT, "%n%-44s %10s %10s %12s%n", "purges", "number", "seconds", "a second");
    }

    /** Rows alone. */
    public void rows(int number) {
        try (var world = new PurgeWorld(database -> List.of())) {
            world.owner().change(REQUESTS, number);
            double bare = seconds(() -> world.owner().change("DELETE FROM idempotent_request"));
            world.owner().change(REQUESTS, number);
            double purge = seconds(() -> require(number, world.run("idempotent-requests")));
            compare("rows", number, purge, bare);
        }
    }

    /** Rows and the files of which they tell. */
    public void images(int number) {
        Path directory = temporaryDirectory();
        try (var world = new PurgeWorld(
                database -> List.of(new TemporaryImages(RealImages.in(directory, database)).on(database)))) {
            List<Path> files = fill(world, directory, number);
            double bare = seconds(() -> {
                world.owner().change("DELETE FROM image");
                files.forEach(PurgeRun::delete);
            });
            world.owner().change("DELETE FROM image_intent");
            fill(world, directory, number);
            double purge = seconds(() -> require(number, world.run("temporary-images")));
            compare("rows with their files", number, purge, bare);
            if (files.stream().anyMatch(Files::exists)) {
                throw new BenchmarkException("The purge has left files");
            }
        } finally {
            empty(directory);
        }
    }

    private static List<Path> fill(PurgeWorld world, Path directory, int number) {
        world.owner().change(IMAGES, number);
        List<Path> files = new ArrayList<>();
        try {
            for (int i = 1; i <= number; i++) {
                Path file = directory.resolve(new ImageKey("bench/" + i % 100 + "/" + i + ".png").value());
                Files.createDirectories(file.getParent());
                files.add(Files.write(file, new byte[FILE_BYTES]));
            }
        } catch (IOException e) {
            throw new BenchmarkException("The images cannot be written below " + directory + ": " + e, e);
        }
        return files;
    }

    private void compare(String what, int number, double purge, double bare) {
        line(what + ", by the job", number, purge);
        line(what + ", all at once", number, bare);
        out.printf(Locale.ROOT, "%,d %s: %.2f of the speed of all at once%n", number, what, bare / purge);
    }

    private void line(String what, int number, double seconds) {
        out.printf(Locale.ROOT, "%-44s %10d %10.2f %12.0f%n", what, number, seconds, number / seconds);
    }

    private static void require(long expected, long removed) {
        if (removed != expected) {
            throw new BenchmarkException("The purge has removed " + removed + " of " + expected);
        }
    }

    private static double seconds(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e9;
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("semblance-bench");
        } catch (IOException e) {
            throw new BenchmarkException("There is no room for temporary files: " + e, e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new BenchmarkException(file + " cannot be removed: " + e, e);
        }
    }

    private static void empty(Path directory) {
        try (var paths = Files.walk(directory)) {
            paths.sorted((a, b) -> b.compareTo(a)).forEach(PurgeRun::delete);
        } catch (IOException e) {
            throw new BenchmarkException(directory + " cannot be removed: " + e, e);
        }
    }
}
