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
        Path path = require("folder", name);
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

    /**
     * A file or folder below the import directory that no link leads to.
     *
     * @param field the parameter that names it
     */
    public Path require(String field, String name) {
        Path path = resolve(field, name);
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                && !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            throw missing(field, name);
        }
        try {
            Path real =
                    settings.imports().toRealPath().resolve(settings.imports().relativize(path));
            if (!path.toRealPath().equals(real)) {
                throw missing(field, name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return path;
    }

    private InvalidInputException missing(String field, String name) {
        return new InvalidInputException(
                field, "There is no '" + name + "' in the server's import directory " + settings.imports());
    }

    private Path resolve(String field, String name) {
        try {
            Path path = settings.imports().resolve(name).normalize();
            if (path.startsWith(settings.imports())) {
                return path;
            }
        } catch (InvalidPathException e) {
            throw new InvalidInputException(field, "'" + name + "' is no name of a folder: " + e.getReason());
        }
        throw new InvalidInputException(field, "A folder is named relative to the import directory, without '..'");
    }
}
