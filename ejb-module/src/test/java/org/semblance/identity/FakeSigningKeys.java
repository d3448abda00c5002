package org.semblance.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.semblance.identity.signing.SigningKey;
import org.semblance.identity.signing.SigningKeys;
import org.semblance.identity.signing.VerificationKey;

/** The keys of an installation without its database. */
final class FakeSigningKeys extends SigningKeys {
    private final Map<String, VerificationKey> counting = new LinkedHashMap<>();
    private SigningKey signing = SigningKey.generate();

    FakeSigningKeys() {
        counting.put(signing.id(), signing.verification());
    }

    void rotate() {
        signing = SigningKey.generate();
        counting.put(signing.id(), signing.verification());
    }

    void forgetRetired() {
        counting.keySet().retainAll(java.util.Set.of(signing.id()));
    }

    @Override
    public SigningKey signing() {
        return signing;
    }

    @Override
    public Optional<VerificationKey> find(String id) {
        return Optional.ofNullable(counting.get(id));
    }
}
