package org.semblance.identity.signing;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;
import org.semblance.platform.Repeating;

/** At the start, makes the first key; every ten minutes, on every node, looks whether the key has become old. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SigningKeyTimer {
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(10);

    private final SigningKeys keys;
    private final SigningKeyRotation rotation;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    private Repeating looking;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected SigningKeyTimer() {
        this(null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the scheduler is injected after construction
    public SigningKeyTimer(SigningKeys keys, SigningKeyRotation rotation) {
        this.keys = keys;
        this.rotation = rotation;
    }

    @PostConstruct
    void start() {
        keys.signing();
        looking = new Repeating("signing keys are exchanged", scheduler, BETWEEN_LOOKS, rotation::keepUp);
        looking.start();
    }

    @PreDestroy
    void stop() {
        looking.stop();
    }
}
