package org.semblance.platform;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.semblance.health.HealthBoard;
import org.semblance.health.HealthProbe;

/** Hangs every probe up on the health board when the application starts. */
@Singleton
@Startup
public class HealthRegistration {
    private final HealthBoard board;
    private final Instance<HealthProbe> probes;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected HealthRegistration() {
        this(null, null);
    }

    @Inject
    public HealthRegistration(HealthBoard board, @Any Instance<HealthProbe> probes) {
        this.board = board;
        this.probes = probes;
    }

    @PostConstruct
    void register() {
        probes.forEach(board::register);
    }

    @PreDestroy
    void unregister() {
        probes.forEach(board::unregister);
    }
}
