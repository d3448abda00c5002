package org.semblance.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Where files lie that no row names: below the image store, so that a rename moves them, under the same keys. */
@ApplicationScoped
public class QuarantineDirectory {
    private static final String NAME = ".quarantine";

    private final Path root;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected QuarantineDirectory() {
        this.root = null;
    }

    @Inject
    public QuarantineDirectory(StorageSettings settings) {
        this.root = settings.imagesDirectory();
    }

    static Path aside(Path root, ImageKey key) {
        return root.resolve(NAME).resolve(key.value());
    }

    static boolean isIt(Path root, Path directory) {
        return directory.equals(root.resolve(NAME));
    }

    boolean isStored(ImageKey key) {
        return Files.exists(root.resolve(key.value()));
    }

    boolean holds(ImageKey key) {
        return Files.exists(aside(key));
    }

    /** How large a stored file is; 0 when there is none. */
    long size(ImageKey key) {
        try {
            return Files.size(root.resolve(key.value()));
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new ImageStoreException("A file cannot be read; check the rights of the store", e);
        }
    }

    /** Sets a stored file aside; nothing happens when there is none. */
    void take(ImageKey key) {
        move(root.resolve(key.value()), aside(key));
    }

    /** Puts a file back; whether there was one. */
    boolean putBack(ImageKey key) {
        return move(aside(key), root.resolve(key.value()));
    }

    boolean delete(ImageKey key) {
        try {
            return Files.deleteIfExists(aside(key));
        } catch (IOException e) {
            throw new ImageStoreException("A file cannot be removed from quarantine; check the rights of the store", e);
        }
    }

    /** Calls the visitor with the key and size of every file in quarantine. */
    void forEach(Consumer<LooseFile> visitor) {
        Path directory = root.resolve(NAME);
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> files = Files.find(directory, Integer.MAX_VALUE, (file, facts) -> facts.isRegularFile())) {
            files.filter(file -> ImageKey.isValid(directory.relativize(file).toString()))
                    .forEach(file -> visitor.accept(new LooseFile(
                            new ImageKey(directory.relativize(file).toString()),
                            file.toFile().length())));
        } catch (IOException | UncheckedIOException e) {
            throw new ImageStoreException("The quarantine cannot be listed; check its rights", e);
        }
    }

    private Path aside(ImageKey key) {
        return aside(root, key);
    }

    private static boolean move(Path from, Path to) {
        try {
            if (!Files.exists(from)) {
                return false;
            }
            Path directory = to.getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new ImageStoreException("A file cannot be moved to or from quarantine; check the store's rights", e);
        }
    }
}
