package org.semblance.identity.signing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The keys that count at a time.
 *
 * @param signing the one that signs
 * @param verifying it, and those that it has replaced but whose tokens may not have expired, by id
 */
record KeyRing(SigningKey signing, Map<String, VerificationKey> verifying) {
    KeyRing {
        verifying = Map.copyOf(verifying);
    }

    static KeyRing of(SigningKey signing, Iterable<VerificationKey> retired) {
        var verifying = new LinkedHashMap<String, VerificationKey>();
        verifying.put(signing.id(), signing.verification());
        retired.forEach(key -> verifying.put(key.id(), key));
        return new KeyRing(signing, verifying);
    }

    Optional<VerificationKey> find(String id) {
        return Optional.ofNullable(verifying.get(id));
    }
}
