package org.semblance.vision.pack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;

/**
 * A file with the weights of a model, and the checksum that it must have.
 *
 * @param sha256 64 lower-case hexadecimal digits
 */
public record ModelFile(Path path, String sha256) {

    /**
     * The bytes of the file, which are exactly those that the checksum was written for. They are mapped: a quarter of a
     * gigabyte of weights is no business of the heap.
     */
    public ByteBuffer verifiedBytes() {
        ByteBuffer bytes = map();
        String actual = Checksum.of(bytes.duplicate());
        if (!actual.equals(sha256)) {
            throw new InvalidPackException(path + " has the SHA-256 " + actual + ", but the pack says " + sha256
                    + "; install the pack again from a source you trust");
        }
        return bytes;
    }

    private ByteBuffer map() {
        try (var channel = FileChannel.open(path)) {
            return channel.map(MapMode.READ_ONLY, 0, channel.size());
        } catch (IOException e) {
            throw new InvalidPackException(path + " cannot be read: " + e, e);
        }
    }
}
