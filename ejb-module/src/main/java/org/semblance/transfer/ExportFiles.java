package org.semblance.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The archives that can be fetched, each for as long as the settings say. */
@ApplicationScoped
public class ExportFiles {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]*\\.zip");

    private final ExportSettings settings;
    private final Clock clock;

    /** An archive; after {@code expiresAt} it is gone. */
    public record ExportFile(String name, long bytes, Instant madeAt, Instant expiresAt) {}

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ExportFiles() {
        this(null, null);
    }

    @Inject
    public ExportFiles(ExportSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Those that have not expired, the newest first. */
    public List<ExportFile> list() {
        return all().stream()
                .filter(file -> file.expiresAt().isAfter(clock.instant()))
                .sorted(Comparator.comparing(ExportFile::madeAt).reversed())
                .toList();
    }

    /** Where an archive lies that has not expired. */
    public Path require(String name) {
        return list().stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .map(file -> settings.directory().resolve(file.name()))
                .orElseThrow(() -> new TransferFileNotFoundException(name));
    }

    public void delete(String name) {
        remove(require(name));
    }

    /** Removes what has expired, and what exports that were cut short so long ago have left; how many files. */
    public int expire() {
        List<Path> expired = files().filter(
                        path -> madeAt(path).plus(settings.keep()).isBefore(clock.instant()))
                .toList();
        expired.forEach(ExportFiles::remove);
        return expired.size();
    }

    private List<ExportFile> all() {
        return files().filter(
                        path -> NAME.matcher(String.valueOf(path.getFileName())).matches())
                .map(this::file)
                .toList();
    }

    private Stream<Path> files() {
        if (!Files.isDirectory(settings.directory())) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(settings.directory())) {
            return files.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ExportFile file(Path path) {
        try {
            Instant made = madeAt(path);
            return new ExportFile(
                    String.valueOf(path.getFileName()), Files.size(path), made, made.plus(settings.keep()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant madeAt(Path path) {
        try {
            return Files.getLastModifiedTime(path).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
