package org.semblance.surveillance.spool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A queue of records in files of one directory, bounded in bytes. A record is on the disk before its giver goes on, and
 * stays until its taker has dealt with it; after a crash some are handed out again, never one too few. When no more fit,
 * what is there is kept and what comes is refused.
 */
public final class Spool implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Spool.class);
    private static final String SUFFIX = ".spool";
    private static final String DAMAGED = ".damaged";
    private static final int SEGMENT_BYTES = 4 * 1024 * 1024;
    private static final double FULL = 0.98;

    private final Path directory;
    private final long mostBytes;
    private final FileLock owned;
    private final TreeMap<Long, Filed> segments = new TreeMap<>();
    private @Nullable FileChannel writing;
    private long next = 1;
    private boolean hasRefused;

    /** What a file holds. */
    private record Filed(Segment segment, long records, long bytes) {}

    /**
     * What waits.
     *
     * @param isFull whether the next record is likely to be refused: the space is used up, or the disk took the last no
     *     more
     */
    public record Standing(long records, long bytes, long mostBytes, boolean isFull) {}

    /** Opens the directory, which no other server may use, and finds what was left there. */
    public Spool(Path directory, long mostBytes) {
        this.directory = directory;
        this.mostBytes = mostBytes;
        try {
            Files.createDirectories(directory);
            owned = own(directory);
            find();
        } catch (IOException e) {
            throw new UncheckedIOException("The spool " + directory + " cannot be used", e);
        }
    }

    private static FileLock own(Path directory) throws IOException {
        var channel = FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new IOException("Another server uses the spool " + directory);
        }
        return lock;
    }

    private void find() throws IOException {
        try (var files = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                long number = Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
                var segment = new Segment(file);
                var reading = segment.read(record -> true);
                if (!reading.isSound()) {
                    keepDamaged(file, reading);
                }
                segments.put(number, new Filed(segment, reading.records(), reading.whole()));
                next = Math.max(next, number + 1);
            }
        }
    }

    /** What follows the whole records is cut off; a copy stays for whoever wants to know. */
    private static void keepDamaged(Path file, Segment.Reading reading) throws IOException {
        Path copy = file.resolveSibling(file.getFileName() + DAMAGED);
        try {
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warnf("No copy of the damaged %s can be kept: %s", file, e.getMessage());
            Files.deleteIfExists(copy);
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(reading.whole());
            channel.force(true);
        }
        LOG.warnf("%s ends in a record that was not written whole; %d before it are there", file, reading.records());
    }

    /** Keeps a record; refuses it when there is no room for it. */
    public synchronized void append(byte[] record) {
        long needed = (long) record.length + Segment.HEAD_BYTES;
        hasRefused = true;
        if (bytes() + needed > mostBytes) {
            throw new SpoolFullException(
                    "The database is away, and the disk space for what is seen meanwhile is used up");
        }
        try {
            var channel = channel();
            Segment.append(channel, record);
            segments.computeIfPresent(
                    segments.lastKey(),
                    (number, filed) -> new Filed(filed.segment(), filed.records() + 1, filed.bytes() + needed));
            hasRefused = false;
        } catch (IOException e) {
            throw new SpoolFullException("The database is away, and nothing can be written to this server's disk", e);
        }
    }

    private FileChannel channel() throws IOException {
        var open = writing;
        if (open != null && segments.lastEntry().getValue().bytes() < SEGMENT_BYTES) {
            return open;
        }
        closeWriting();
        Path file = directory.resolve(String.format("%020d", next) + SUFFIX);
        open = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        writing = open;
        segments.put(next, new Filed(new Segment(file), 0, 0));
        next++;
        return open;
    }

    /**
     * Hands out what is there, the oldest first, until the taker refuses one; says how many were dealt with. One that was
     * refused is the first of the next time, but some before it may come once more.
     */
    public int drain(Predicate<byte[]> taker) {
        int taken = 0;
        while (true) {
            Filed oldest = oldest();
            if (oldest == null) {
                return taken;
            }
            try {
                var reading = oldest.segment().read(taker::test);
                taken += reading.records();
                if (!reading.isThrough()) {
                    return taken;
                }
                remove(oldest);
            } catch (IOException e) {
                throw new UncheckedIOException("The spool " + directory + " cannot be read", e);
            }
        }
    }

    /** Closed for writing: what comes meanwhile goes into another file. */
    private synchronized @Nullable Filed oldest() {
        if (segments.isEmpty()) {
            return null;
        }
        if (segments.size() == 1) {
            closeWriting();
        }
        return segments.firstEntry().getValue();
    }

    private synchronized void remove(Filed done) throws IOException {
        Files.delete(done.segment().file());
        segments.values().removeIf(filed -> filed.segment().equals(done.segment()));
        hasRefused = false;
    }

    public synchronized Standing standing() {
        long records = segments.values().stream().mapToLong(Filed::records).sum();
        long bytes = bytes();
        return new Standing(records, bytes, mostBytes, hasRefused || bytes > FULL * mostBytes);
    }

    private long bytes() {
        return segments.values().stream().mapToLong(Filed::bytes).sum();
    }

    private void closeWriting() {
        var open = writing;
        writing = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                LOG.debugf("A file of the spool did not close: %s", e.getMessage());
            }
        }
    }

    @Override
    public synchronized void close() {
        closeWriting();
        try {
            owned.release();
            owned.acquiredBy().close();
        } catch (IOException e) {
            LOG.debugf("The lock of the spool did not open: %s", e.getMessage());
        }
    }
}
