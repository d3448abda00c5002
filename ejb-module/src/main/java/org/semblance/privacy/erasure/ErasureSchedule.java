package org.semblance.privacy.erasure;

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

/** Every half minute, on every node: has erasures begin that are due, and goes on with those that a death cut short. */
@Singleton
@Startup
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ErasureSchedule {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);

    private final ErasureJobs jobs;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    private Repeating looking;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ErasureSchedule() {
        this(null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the scheduler is injected after construction
    public ErasureSchedule(ErasureJobs jobs) {
        this.jobs = jobs;
    }

    @PostConstruct
    void start() {
        looking = new Repeating("erasures begin that are due", scheduler, BETWEEN_LOOKS, jobs::startDue);
        looking.start();
    }

    @PreDestroy
    void stop() {
        looking.stop();
    }
}
