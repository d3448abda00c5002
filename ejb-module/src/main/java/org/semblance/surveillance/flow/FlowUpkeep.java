package org.semblance.surveillance.flow;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.semblance.platform.Repeating;

/** What keeps cameras going behind the frames: on every node, for itself. */
@Singleton
@Startup
@LocalBean
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FlowUpkeep {
    private final SpoolReplay replay;
    private final SightingProgress progress;
    private final Readiness readiness;
    private final StaffBook staff;
    private final FlowMetrics metrics;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    private List<Repeating> repeated = List.of();

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected FlowUpkeep() {
        this(null, null, null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the scheduler is injected after construction
    public FlowUpkeep(
            SpoolReplay replay, SightingProgress progress, Readiness readiness, StaffBook staff, FlowMetrics metrics) {
        this.replay = replay;
        this.progress = progress;
        this.readiness = readiness;
        this.staff = staff;
        this.metrics = metrics;
    }

    @PostConstruct
    void start() {
        repeated = List.of(
                new Repeating("spooled sightings are written", scheduler, Duration.ofSeconds(2), replay::replay),
                new Repeating("sightings go on", scheduler, Duration.ofSeconds(5), progress::write),
                new Repeating("cameras are made ready", scheduler, Duration.ofSeconds(10), readiness::prepare),
                new Repeating("persons are remembered", scheduler, Duration.ofSeconds(30), staff::remember));
        repeated.forEach(Repeating::start);
        metrics.register();
    }

    @PreDestroy
    void stop() {
        repeated.forEach(Repeating::stop);
    }
}
