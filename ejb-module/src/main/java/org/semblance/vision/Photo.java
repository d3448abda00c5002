package org.semblance.vision;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The bytes of a picture as somebody sent them: bounded in number, of a type that the bytes themselves tell. */
public final class Photo {
    private final byte[] bytes;
    private final MediaType mediaType;

    private Photo(byte[] bytes, MediaType mediaType) {
        this.bytes = bytes;
        this.mediaType = mediaType;
    }

    /** Reads at most the given number of bytes and refuses a longer stream without reading the rest. */
    public static Photo read(InputStream stream, int maxBytes) {
        try {
            byte[] bytes = stream.readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) {
                throw new PhotoTooLargeException(maxBytes);
            }
            return of(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("The photo could not be read from the client", e);
        }
    }

    public static Photo of(byte[] bytes) {
        if (bytes.length == 0) {
            throw new UnreadablePhotoException("The photo is empty; send the bytes of a picture");
        }
        return new Photo(bytes.clone(), MediaType.of(bytes).orElseThrow(UnsupportedPhotoException::new));
    }

    public MediaType mediaType() {
        return mediaType;
    }

    public int length() {
        return bytes.length;
    }

    public byte[] sha256() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    public byte[] bytes() {
        return bytes.clone();
    }
}
