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
import java.util.UUID;

/** Images as files under one directory: written under a temporary name, synced, then renamed. */
@ApplicationScoped
public class FileImageStore implements ImageStore {
    private final Path root;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected FileImageStore() {
        this.root = null;
    }

    @Inject
    public FileImageStore(StorageSettings settings) {
        this.root = settings.imagesDirectory();
    }

    @Override
    public void put(ImageKey key, byte[] bytes) {
        Path target = root.resolve(key.value());
        try {
            Path directory = Files.createDirectories(parent(target));
            Path temporary = directory.resolve("." + UUID.randomUUID() + ".tmp");
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

    @Override
    public byte[] get(ImageKey key) {
        try {
            return Files.readAllBytes(root.resolve(key.value()));
        } catch (NoSuchFileException e) {
            throw new ImageNotFoundException();
        } catch (IOException e) {
            throw new ImageStoreException("The image could not be read; check the rights of the store", e);
        }
    }

    @Override
    public boolean delete(ImageKey key) {
        try {
            return Files.deleteIfExists(root.resolve(key.value()));
        } catch (IOException e) {
            throw new ImageStoreException("The image could not be deleted; check the rights of the store", e);
        }
    }

    @Override
    public void checkWritable() {
        try {
            Files.createDirectories(root);
            Path probe = Files.createTempFile(root, ".probe", ".tmp");
            Files.delete(probe);
        } catch (IOException e) {
            throw new ImageStoreException("Nothing can be written to " + root, e);
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
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
