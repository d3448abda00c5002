package org.semblance.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

/**
 * The temporary directory of one private cluster. Its maker holds a lock in it until the JVM ends, however it ends; a
 * directory whose lock is free is the leftover of a killed run and is removed by the next one.
 */
final class ClusterDirectory {
    private static final String PREFIX = "semblance-test-" + System.getProperty("user.name") + "-";
    private static final String LOCK = "owner.lock";
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
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        // One maker at a time on this machine, so that nobody takes a directory that is not locked yet for a leftover.
        try (var turn = FileChannel.open(temporary.resolve(PREFIX + "turn"), CREATE, WRITE)) {
            turn.lock();
            removeLeftovers(temporary, stopServer);
            Path root = Files.createTempDirectory(temporary, PREFIX);
            MINE.add(root);
            var lock = FileChannel.open(root.resolve(LOCK), CREATE, WRITE);
            lock.lock();
            Files.setOwner(
                    root, root.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user));
            return new ClusterDirectory(root, lock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path() {
        return root;
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
                if (!MINE.contains(directory) && isAbandoned(directory)) {
                    stopServer.accept(directory);
                    delete(directory);
                }
            }
        }
    }

    /** Asked only in turn: then a directory without its lock is not a new one, but one whose removal was cut short. */
    private static boolean isAbandoned(Path directory) throws IOException {
        Path file = directory.resolve(LOCK);
        if (!Files.exists(file)) {
            return Files.isDirectory(directory);
        }
        try (var channel = FileChannel.open(file, WRITE);
                var free = channel.tryLock()) {
            return free != null;
        }
    }

    private static void delete(Path directory) throws IOException {
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
