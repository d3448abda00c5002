package org.semblance.bench;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The checkout that this program was built in: its models and its demo pictures. */
final class Checkout {
    private static final String PACKS = "models/packs";

    private final Path directory;

    private Checkout(Path directory) {
        this.directory = directory;
    }

    static Checkout find() {
        for (Path around = ownFile().getParent(); around != null; around = around.getParent()) {
            if (Files.isDirectory(around.resolve(PACKS))) {
                return new Checkout(around);
            }
        }
        throw new BenchmarkException("There is no " + PACKS + " around " + ownFile() + "; run this in a checkout");
    }

    private static Path ownFile() {
        try {
            return Path.of(Checkout.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("A class comes from a file", e);
        }
    }

    Path packs() {
        return directory.resolve(PACKS);
    }

    /** A portrait and a group, the same ones every time. */
    List<Picture> pictures() {
        return List.of(
                new Picture("portrait", read(people().get(0).resolve("1.jpg"))),
                new Picture("group", read(entries("models/demo/groups").get(0))));
    }

    /** The demo people, a directory each, by name. */
    List<Path> people() {
        return entries("models/demo/people");
    }

    byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new BenchmarkException(file + " cannot be read: " + e, e);
        }
    }

    private List<Path> entries(String name) {
        var parent = directory.resolve(name);
        try (Stream<Path> entries = Files.list(parent)) {
            var sorted = entries.sorted().toList();
            if (!sorted.isEmpty()) {
                return sorted;
            }
            throw new BenchmarkException(parent + " is empty; run this in a complete checkout");
        } catch (IOException e) {
            throw new BenchmarkException(parent + " cannot be read: " + e, e);
        }
    }
}
