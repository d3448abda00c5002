package org.semblance.surveillance.spool;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * One file of the spool: records one after the other, each with its length and checksum before it. A record whose
 * writing was cut short is the last, for nothing is written behind it.
 */
final class Segment {
    static final int HEAD_BYTES = 8;
    private static final int LONGEST_RECORD = 64 * 1024 * 1024;

    private final Path file;

    Segment(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    /** Adds a record, on the disk for good when this returns; where that fails, the file is as it was before. */
    static void append(FileChannel channel, byte[] record) throws IOException {
        long before = channel.position();
        var head = ByteBuffer.allocate(HEAD_BYTES + record.length)
                .putInt(record.length)
                .putInt(checksum(record))
                .put(record)
                .flip();
        try {
            while (head.hasRemaining()) {
                channel.write(head);
            }
            channel.force(false);
        } catch (IOException e) {
            channel.truncate(before);
            channel.position(before);
            throw e;
        }
    }

    /** Reads records one after the other until one is refused or the file ends. */
    Reading read(Reader reader) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            int records = 0;
            while (true) {
                long at = channel.position();
                byte[] record = next(channel);
                if (record == null) {
                    return new Reading(records, at, at == channel.size(), true);
                }
                if (!reader.take(record)) {
                    return new Reading(records, at, true, false);
                }
                records++;
            }
        }
    }

    /**
     * How far a file was read.
     *
     * @param whole the bytes that hold whole records
     * @param isSound whether nothing damaged follows them
     * @param isThrough whether all whole records were taken
     */
    record Reading(int records, long whole, boolean isSound, boolean isThrough) {}

    /** Takes a record, or says that it cannot for now. */
    @FunctionalInterface
    interface Reader {
        boolean take(byte[] record) throws IOException;
    }

    /** Null at the end, and at the first record that is not what was written. */
    private static byte @Nullable [] next(FileChannel channel) throws IOException {
        var head = ByteBuffer.allocate(HEAD_BYTES);
        if (!fill(channel, head)) {
            return null;
        }
        int length = head.getInt();
        int checksum = head.getInt();
        if (length < 0 || length > Math.min(LONGEST_RECORD, channel.size() - channel.position())) {
            return null;
        }
        var record = ByteBuffer.allocate(length);
        if (!fill(channel, record) || checksum(record.array()) != checksum) {
            return null;
        }
        return record.array();
    }

    private static boolean fill(FileChannel channel, ByteBuffer buffer) throws IOException {
        try {
            while (buffer.hasRemaining()) {
                if (channel.read(buffer) < 0) {
                    throw new EOFException();
                }
            }
        } catch (EOFException e) {
            return false;
        }
        buffer.flip();
        return true;
    }

    private static int checksum(byte[] record) {
        var sum = new CRC32C();
        sum.update(record);
        return (int) sum.getValue();
    }
}
