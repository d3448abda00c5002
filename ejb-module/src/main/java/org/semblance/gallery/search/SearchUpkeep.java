package org.semblance.gallery.search;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;
import org.semblance.platform.Repeating;

/** Probes on each node what its memory finds; the layout in the database is the job index-maintenance's. */
@Singleton
@Startup
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SearchUpkeep {
    private static final Duration BETWEEN_PROBES = Duration.ofMinutes(10);

    private final RecallProbe probe;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    private Repeating probing;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected SearchUpkeep() {
        this(null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the scheduler is injected after construction
    public SearchUpkeep(RecallProbe probe) {
        this.probe = probe;
    }

    @PostConstruct
    void start() {
        probing = new Repeating("the recall of searches is probed", scheduler, BETWEEN_PROBES, probe::sample);
        probing.start();
    }

    @PreDestroy
    void stop() {
        probing.stop();
    }
}
