package org.semblance.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
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
        putAll(Map.of(key, bytes));
    }

    /**
     * The same for many, each completely or not at all. All are written before the disk is waited for, and what they are
     * called is synced once for each directory.
     */
    void putAll(Map<ImageKey, byte[]> images) {
        Set<ImageKey> keys = images.keySet();
        try {
            try {
                for (var image : images.entrySet()) {
                    begin(image.getKey(), image.getValue());
                }
                for (ImageKey key : keys) {
                    sync(temporary(file(key)), StandardOpenOption.WRITE);
                }
                Set<Path> directories = new HashSet<>();
                for (ImageKey key : keys) {
                    complete(key);
                    directories.add(parent(file(key)));
                }
                // Makes the renames themselves survive a loss of power.
                for (Path directory : directories) {
                    sync(directory, StandardOpenOption.READ);
                }
            } finally {
                for (ImageKey key : keys) {
                    Files.deleteIfExists(temporary(file(key)));
                }
            }
        } catch (IOException e) {
            throw new ImageStoreException("The image could not be stored; check space and rights of the store", e);
        }
    }

    /** Writes the bytes under a temporary name, over what an interrupted write has left. */
    void begin(ImageKey key, byte[] bytes) throws IOException {
        Path file = file(key);
        Files.createDirectories(parent(file));
        Files.write(temporary(file), bytes);
    }

    /** Gives what was begun its name. */
    void complete(ImageKey key) throws IOException {
        Path file = file(key);
        Files.move(temporary(file), file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The bytes under a key; {@link ImageNotFoundException} when there are none. */
    byte[] get(ImageKey key) {
        try {
            return Files.readAllBytes(file(key));
        } catch (NoSuchFileException e) {
            throw new ImageNotFoundException();
        } catch (IOException e) {
            throw new ImageStoreException("The image could not be read; check the rights of the store", e);
        }
    }

    /** Removes the bytes wherever they lie, and what an interrupted write left of them; false when there were none. */
    boolean delete(ImageKey key) {
        Path file = file(key);
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

    private static void sync(Path path, OpenOption mode) throws IOException {
        try (var channel = FileChannel.open(path, mode)) {
            channel.force(true);
        }
    }

    private Path file(ImageKey key) {
        return root.resolve(key.value());
    }

    private static Path parent(Path file) {
        Path parent = file.getParent();
        if (parent == null) {
            throw new IllegalStateException("An image key lies below the root of the store");
        }
        return parent;
    }
}
