package org.semblance.vision.install;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where an installed pack came from, who installed it, and who accepted its licence; a small file in its directory.
 *
 * @param licenceAcceptedBy null while nobody has accepted it
 */
public record Receipt(
        String source,
        String installedBy,
        Instant installedAt,
        @Nullable String licenceAcceptedBy) {
    private static final String FILE = "installed.properties";

    static Optional<Receipt> find(Path pack) {
        var file = pack.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
        return Optional.of(new Receipt(
                properties.getProperty("source", ""),
                properties.getProperty("installed-by", ""),
                Instant.parse(properties.getProperty("installed-at", Instant.EPOCH.toString())),
                properties.getProperty("licence-accepted-by")));
    }

    Receipt acceptedBy(String name) {
        return new Receipt(source, installedBy, installedAt, name);
    }

    void write(Path pack) throws IOException {
        var lines =
                List.of("source=" + line(source), "installed-by=" + line(installedBy), "installed-at=" + installedAt);
        var all = new java.util.ArrayList<>(lines);
        if (licenceAcceptedBy != null) {
            all.add("licence-accepted-by=" + line(licenceAcceptedBy));
        }
        Files.write(pack.resolve(FILE), all);
    }

    /** As one line that a properties file gives back as it was. */
    private static String line(String text) {
        return text.replace("\\", "\\\\").replaceAll("\\p{Cntrl}", " ").strip();
    }
}
