package org.semblance.vision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Finds what tests read: the packs and pictures of this project, and development data where a machine has it. */
public final class TestFiles {
    private TestFiles() {}

    /** The directory with the packs that this project ships. */
    public static Path packs() {
        return find("models/packs").orElseThrow(() -> new AssertionError("The checkout has no models/packs"));
    }

    /** A picture or directory of the demo people; the test is skipped where there are none. */
    public static Path demo(String name) {
        return find("models/demo/" + name)
                .orElseGet(() -> Assumptions.abort("Skipped: the checkout has no models/demo/" + name));
    }

    /** A file of the development data; the test is skipped on a machine without it. */
    public static Path shared(String name) {
        return find("shared/" + name)
                .orElseGet(() -> Assumptions.abort("Skipped: no development data shared/" + name + " on this machine"));
    }

    public static List<Path> list(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Photo photo(Path file) {
        return Photo.of(bytes(file));
    }

    public static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Looks beside the module, then beside every directory around it. */
    private static Optional<Path> find(String name) {
        for (Path around = Path.of("").toAbsolutePath(); around != null; around = around.getParent()) {
            if (Files.exists(around.resolve(name))) {
                return Optional.of(around.resolve(name));
            }
        }
        return Optional.empty();
    }
}
