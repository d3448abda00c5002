package org.semblance.transfer.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import org.semblance.platform.InvalidInputException;
import org.semblance.transfer.TransferSettings;

/** What lies below the server's import directory, the only place that jobs read from: folder trees, ZIPs and lists. */
@ApplicationScoped
public class PictureSources {
    private final TransferSettings settings;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected PictureSources() {
        this(null);
    }

    @Inject
    public PictureSources(TransferSettings settings) {
        this.settings = settings;
    }

    /** Refuses what is missing or lies elsewhere, and an archive or a list that could not be read to its end. */
    public void check(String name) {
        try (PictureSource source = open(name)) {
            if (!(source instanceof FolderSource)) {
                source.count(owner -> true);
            }
        }
    }

    public PictureSource open(String name) {
        Path path = require(name);
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            return new FolderSource(path, settings.maxPictureBytes());
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".zip")) {
            return ZipSource.open(path, settings);
        }
        if (lower.endsWith(".csv")) {
            return new CsvSource(path, path.resolveSibling(""), settings);
        }
        throw new InvalidInputException("folder", "'" + name + "' is neither a folder nor a .zip nor a .csv");
    }

    /** A file or folder below the import directory that no link leads to. */
    public Path require(String name) {
        Path path = resolve(name);
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                && !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            throw missing(name);
        }
        try {
            Path real =
                    settings.imports().toRealPath().resolve(settings.imports().relativize(path));
            if (!path.toRealPath().equals(real)) {
                throw missing(name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return path;
    }

    private InvalidInputException missing(String name) {
        return new InvalidInputException(
                "folder", "There is no '" + name + "' in the server's import directory " + settings.imports());
    }

    private Path resolve(String name) {
        try {
            Path path = settings.imports().resolve(name).normalize();
            if (path.startsWith(settings.imports())) {
                return path;
            }
        } catch (InvalidPathException e) {
            throw new InvalidInputException("folder", "'" + name + "' is no name of a folder: " + e.getReason());
        }
        throw new InvalidInputException("folder", "A folder is named relative to the import directory, without '..'");
    }
}
