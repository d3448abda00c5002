package org.semblance.platform.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** A request's body, with its SHA-256 once it is wanted. */
final class DigestedBody extends DigestInputStream {
    private byte @Nullable [] whole;

    DigestedBody(InputStream body) {
        super(body, sha256Digest());
    }

    /** Reads what nobody has read yet, so that the digest is that of the whole body. */
    byte[] sha256() throws IOException {
        byte[] known = whole;
        if (known == null) {
            transferTo(OutputStream.nullOutputStream());
            known = getMessageDigest().digest();
            whole = known;
        }
        return known.clone();
    }

    /** Whoever reads a document may close it at its end, before the digest is asked for. */
    @Override
    public void close() throws IOException {
        sha256();
        super.close();
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
