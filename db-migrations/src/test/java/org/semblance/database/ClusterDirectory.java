package org.semblance.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

/**
 * The temporary directory of one private cluster. Its maker holds a lock in it until the JVM ends, however it ends; a
 * directory whose lock is free is the leftover of a killed run and is removed by the next one.
 */
final class ClusterDirectory {
    private static final String PREFIX = "semblance-test-" + System.getProperty("user.name") + "-";
    private static final String LOCK = "owner.lock";
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long PLENTY = 4L << 30;
    // Closing any channel of a file drops all locks of this JVM on it: never look into one's own.
    private static final Set<Path> MINE = ConcurrentHashMap.newKeySet();

    private final Path root;
    private final FileChannel lock;

    private ClusterDirectory(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /** Makes a directory that belongs to a user, after the leftovers were given to {@code stopServer} and removed. */
    static synchronized ClusterDirectory create(String user, Consumer<Path> stopServer) {
        Path temporary = place();
        try {
            removeLeftovers(temporary, stopServer);
            // It gets its name once it is locked, so that nobody takes it for a leftover before.
            Path unnamed = Files.createTempDirectory(temporary, "semblance-new-");
            var lock = FileChannel.open(unnamed.resolve(LOCK), CREATE_NEW, WRITE);
            lock.lock();
            Files.setOwner(
                    unnamed,
                    unnamed.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user));
            Path root =
                    temporary.resolve(PREFIX + unnamed.getFileName().toString().replaceFirst(".*-", ""));
            MINE.add(root);
            Files.move(unnamed, root);
            return new ClusterDirectory(root, lock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path() {
        return root;
    }

    /** Memory where there is plenty of it: a database is made there in a fifth of the time. */
    private static Path place() {
        String chosen = System.getProperty("semblance.postgres.directory");
        if (chosen != null) {
            return Path.of(chosen);
        }
        boolean isRoomy = Files.isWritable(MEMORY) && MEMORY.toFile().getUsableSpace() > PLENTY;
        return isRoomy ? MEMORY : Path.of(System.getProperty("java.io.tmpdir"));
    }

    void delete() {
        try {
            delete(root);
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void removeLeftovers(Path temporary, Consumer<Path> stopServer) throws IOException {
        try (var directories = Files.newDirectoryStream(temporary, PREFIX + "*")) {
            for (Path directory : directories) {
                if (!MINE.contains(directory)) {
                    removeIfAbandoned(directory, stopServer);
                }
            }
        }
    }

    private static void removeIfAbandoned(Path directory, Consumer<Path> stopServer) throws IOException {
        try (var channel = FileChannel.open(directory.resolve(LOCK), WRITE)) {
            if (channel.tryLock() != null) {
                stopServer.accept(directory);
                delete(directory);
            }
        } catch (NoSuchFileException e) {
            removeIfEmpty(directory);
        }
    }

    /** The lock is the last to go: what is without it is empty, or just being removed by somebody else. */
    private static void removeIfEmpty(Path directory) throws IOException {
        try {
            Files.deleteIfExists(directory);
        } catch (DirectoryNotEmptyException e) {
            // it goes without us
        }
    }

    private static void delete(Path directory) throws IOException {
        Path lock = directory.resolve(LOCK);
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!file.equals(lock)) {
                    Files.deleteIfExists(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                if (!visited.equals(directory)) {
                    Files.deleteIfExists(visited);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        Files.deleteIfExists(lock);
        Files.deleteIfExists(directory);
    }
}
