package org.semblance.identity;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tokens whose signature was found to be right, by their hash: callers send the same one with every request, and to check
 * it costs more than a search. Time and key are looked at each time; whether the session lives, the database says.
 */
final class VerifiedTokens {
    static final int MOST = 1_000;

    private final Map<ByteBuffer, Verified> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Verified> eldest) {
            return size() > MOST;
        }
    };

    /**
     * A token that is right.
     *
     * @param key the id of the key that signed it
     * @param until when it counts no longer
     */
    record Verified(TokenBearer bearer, String key, Instant until) {}

    Optional<Verified> find(String token, Instant now) {
        ByteBuffer hash = hash(token);
        synchronized (known) {
            return Optional.ofNullable(known.get(hash)).filter(found -> now.isBefore(found.until()));
        }
    }

    void remember(String token, Verified proved) {
        ByteBuffer hash = hash(token);
        synchronized (known) {
            known.put(hash, proved);
        }
    }

    int size() {
        synchronized (known) {
            return known.size();
        }
    }

    private static ByteBuffer hash(String token) {
        return ByteBuffer.wrap(Sha256.of(token));
    }
}
