package org.semblance.platform.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A request's body, with its SHA-256 once it is wanted. */
final class DigestedBody extends DigestInputStream {
    DigestedBody(InputStream body) {
        super(body, sha256Digest());
    }

    /** Reads what nobody has read yet, so that the digest is that of the whole body. */
    byte[] sha256() throws IOException {
        transferTo(OutputStream.nullOutputStream());
        return getMessageDigest().digest();
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
