package org.semblance.storage;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** An image about to be stored: the bytes are not copied, so whoever makes one gives them away. */
@SuppressWarnings("ArrayRecordComponent") // carried from producer to store once, never compared
public record NewImage(ImageKey key, byte[] bytes, String mediaType, int width, int height, Retention retention) {

    public byte[] sha256() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
