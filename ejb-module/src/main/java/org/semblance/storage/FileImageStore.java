package org.semblance.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.function.Predicate;

/**
 * Files under one directory: written under a temporary name, synced, then renamed. For this feature only: others store
 * images by {@link ImageStore}, which lets no file appear that the database does not know of.
 */
@ApplicationScoped
public class FileImageStore {
    private final Path root;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected FileImageStore() {
        this.root = null;
    }

    @Inject
    public FileImageStore(StorageSettings settings) {
        this.root = settings.imagesDirectory();
    }

    /** Stores bytes under a new key, completely or not at all. */
    void put(ImageKey key, byte[] bytes) {
        Path target = root.resolve(key.value());
        try {
            Path directory = Files.createDirectories(parent(target));
            Path temporary = temporary(target);
            try {
                write(temporary, bytes);
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(temporary);
            }
            sync(directory);
        } catch (IOException e) {
            throw new ImageStoreException("The image could not be stored; check space and rights of the store", e);
        }
    }

    /** The bytes under a key; {@link ImageNotFoundException} when there are none. */
    byte[] get(ImageKey key) {
        try {
            return Files.readAllBytes(root.resolve(key.value()));
        } catch (NoSuchFileException e) {
            throw new ImageNotFoundException();
        } catch (IOException e) {
            throw new ImageStoreException("The image could not be read; check the rights of the store", e);
        }
    }

    /** Removes the bytes wherever they lie, and what an interrupted write left of them; false when there were none. */
    boolean delete(ImageKey key) {
        Path file = root.resolve(key.value());
        try {
            Files.deleteIfExists(temporary(file));
            Files.deleteIfExists(QuarantineDirectory.aside(root, key));
            return Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new ImageStoreException("The image could not be deleted; check the rights of the store", e);
        }
    }

    /** Throws {@link ImageStoreException} when nothing can be written at present. */
    void checkWritable() {
        try {
            Files.createDirectories(root);
            Path probe = Files.createTempFile(root, ".probe", ".tmp");
            Files.delete(probe);
        } catch (IOException e) {
            throw new ImageStoreException("Nothing can be written to " + root, e);
        }
    }

    /** What time it is for the files of the store, whatever this node's clock says. */
    Instant now() {
        try {
            Files.createDirectories(root);
            Path probe = Files.createTempFile(root, ".probe", ".tmp");
            try {
                return Files.getLastModifiedTime(probe).toInstant();
            } finally {
                Files.delete(probe);
            }
        } catch (IOException e) {
            throw new ImageStoreException("Nothing can be written to " + root, e);
        }
    }

    /** Calls the visitor with the key of every image that was last written before the given time, until it has enough. */
    void forEachOlderThan(Instant time, Predicate<ImageKey> visitor) {
        forEachFile(time, file -> {
            String name = root.relativize(file).toString();
            return isTemporary(file) || !ImageKey.isValid(name) || visitor.test(new ImageKey(name));
        });
    }

    /** Deletes what interrupted writes have left. */
    void deleteAbandoned(Instant before) {
        forEachFile(before, file -> {
            if (isTemporary(file)) {
                remove(file);
            }
            return true;
        });
    }

    private void forEachFile(Instant before, Predicate<Path> visitor) {
        if (!Files.isDirectory(root)) {
            return;
        }
        try {
            Files.walkFileTree(root, new StoreWalk(root, before, visitor));
        } catch (IOException e) {
            throw new ImageStoreException("The image store cannot be listed; check its rights", e);
        }
    }

    private static Path temporary(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".tmp");
    }

    private static boolean isTemporary(Path file) {
        return String.valueOf(file.getFileName()).startsWith(".");
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new ImageStoreException("An abandoned file cannot be deleted; check the rights of the store", e);
        }
    }

    /** Over what an interrupted write has left. */
    private static void write(Path file, byte[] bytes) throws IOException {
        try (var channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /** Makes the rename itself survive a loss of power. */
    private static void sync(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static Path parent(Path file) {
        Path parent = file.getParent();
        if (parent == null) {
            throw new IllegalStateException("An image key lies below the root of the store");
        }
        return parent;
    }
}
