package org.semblance.privacy.erasure;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Every half minute, on every node: has erasures begin that are due, and goes on with those that a death cut short. */
@Singleton
@Startup
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ErasureSchedule {
    private static final Logger LOG = Logger.getLogger(ErasureSchedule.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);

    private final ErasureJobs jobs;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    private volatile boolean isStopped;
    private volatile @Nullable Future<?> nextLook;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ErasureSchedule() {
        this(null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the scheduler is injected after construction
    public ErasureSchedule(ErasureJobs jobs) {
        this.jobs = jobs;
    }

    /** Not a timer of the container, which logs an error for one that comes due while the application is stopped. */
    @PostConstruct
    void start() {
        nextLook = scheduler.schedule(this::look, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        isStopped = true;
        var next = nextLook;
        if (next != null) {
            next.cancel(false);
        }
    }

    private void look() {
        if (isStopped) {
            return;
        }
        try {
            jobs.startDue();
        } catch (EJBException e) {
            // The health checks tell of a database that is away; at the stop, beans vanish from under a look.
            LOG.debugf("Due erasures cannot be looked up: %s", e.getMessage());
        } finally {
            if (!isStopped) {
                start();
            }
        }
    }
}
