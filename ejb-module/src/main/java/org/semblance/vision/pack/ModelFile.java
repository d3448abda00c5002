package org.semblance.vision.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file with the weights of a model, and the checksum that it must have.
 *
 * @param sha256 64 lower-case hexadecimal digits
 */
public record ModelFile(Path path, String sha256) {

    /** The bytes of the file, which are exactly those that the checksum was written for. */
    public byte[] verifiedBytes() {
        byte[] bytes = read();
        String actual = Checksum.of(bytes);
        if (!actual.equals(sha256)) {
            throw new InvalidPackException(path + " has the SHA-256 " + actual + ", but the pack says " + sha256
                    + "; install the pack again from a source you trust");
        }
        return bytes;
    }

    private byte[] read() {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new InvalidPackException(path + " cannot be read: " + e, e);
        }
    }
}
