package org.semblance.identity.signing;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** At the start, makes the first key; once an hour, on one node, looks whether the key has become old. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SigningKeyTimer {
    private final SigningKeys keys;
    private final SigningKeyRotation rotation;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected SigningKeyTimer() {
        this(null, null);
    }

    @Inject
    public SigningKeyTimer(SigningKeys keys, SigningKeyRotation rotation) {
        this.keys = keys;
        this.rotation = rotation;
    }

    @PostConstruct
    void start() {
        keys.signing();
    }

    @Schedule(hour = "*", minute = "17", info = "signing-keys")
    void hourly() {
        rotation.keepUp();
    }
}
