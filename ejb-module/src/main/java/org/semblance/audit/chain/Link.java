package org.semblance.audit.chain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.semblance.audit.AuditEntry;

/**
 * What a seal is made over: one entry and its place in the chain of its month.
 *
 * @param settledTo entries up to this number were sealed by then or will never exist
 */
record Link(
        LocalDate month,
        long position,
        long entryId,
        Instant occurredAt,
        Sum digest,
        long settledTo,
        Instant sealedAt,
        String keyName) {
    private static final byte[] FORM = "semblance audit seal 1".getBytes(StandardCharsets.US_ASCII);
    private static final int MAX_HEAD = 256;

    static LocalDate month(AuditEntry entry) {
        return entry.occurredAt().atZone(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1);
    }

    /** SHA-256 of all that an entry says: each value with its length before it, so that none can run into the next. */
    static Sum digest(AuditEntry entry) {
        var sum = sha256();
        sum.update(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(entry.id())
                .putLong(micros(entry.occurredAt()))
                .flip());
        for (String value : entry.values()) {
            byte[] bytes = value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
            int length = value == null ? -1 : bytes.length;
            sum.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).flip());
            sum.update(bytes);
        }
        return Sum.of(sum.digest());
    }

    /** The seal over this link and the one before; empty when its key is not known. */
    Optional<Sum> seal(SealKeys keys, Sum previous) {
        var message = ByteBuffer.allocate(MAX_HEAD)
                .put(FORM)
                .put(previous.bytes())
                .putLong(month.toEpochDay())
                .putLong(position)
                .putLong(entryId)
                .putLong(micros(occurredAt))
                .put(digest.bytes())
                .putLong(settledTo)
                .putLong(micros(sealedAt))
                .flip();
        byte[] bytes = new byte[message.remaining()];
        message.get(bytes);
        return keys.authenticate(keyName, bytes).map(Sum::of);
    }

    /** A database keeps no more of a time. */
    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
