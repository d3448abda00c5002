package org.semblance.vision.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 as 64 lower-case hexadecimal digits. */
public final class Checksum {
    private Checksum() {}

    public static String of(byte[] bytes) {
        return of(ByteBuffer.wrap(bytes));
    }

    /** Of what is left in the buffer. */
    public static String of(ByteBuffer bytes) {
        var digest = sha256();
        digest.update(bytes);
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Of a file of any length. */
    public static String of(Path file) {
        var digest = sha256();
        try (var sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            Files.copy(file, sink);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
