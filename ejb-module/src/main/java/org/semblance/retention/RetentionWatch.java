package org.semblance.retention;

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

/** Looks when anybody last purged: whichever node did it, each one's metrics tell. */
@Singleton
@Startup
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RetentionWatch {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);

    private final PurgeReports reports;
    private final RetentionMetrics metrics;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    private Repeating looking;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected RetentionWatch() {
        this(null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the scheduler is injected after construction
    public RetentionWatch(PurgeReports reports, RetentionMetrics metrics) {
        this.reports = reports;
        this.metrics = metrics;
    }

    @PostConstruct
    void start() {
        metrics.register();
        looking = new Repeating("it is seen when the last purge was", scheduler, BETWEEN_LOOKS, this::look);
        looking.start();
    }

    @PreDestroy
    void stop() {
        looking.stop();
    }

    private void look() {
        metrics.show(reports.age(RetentionPurge.JOB));
    }
}
