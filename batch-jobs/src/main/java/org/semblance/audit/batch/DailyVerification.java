package org.semblance.audit.batch;

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
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.semblance.audit.Actor;
import org.semblance.audit.chain.VerificationRuns;
import org.semblance.audit.chain.Verifications;

/** Starts a verification of the audit trail when the last one of any node is a day old. */
@Singleton
@Startup
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DailyVerification {
    private static final Logger LOG = Logger.getLogger(DailyVerification.class);
    private static final Duration BETWEEN_VERIFICATIONS = Duration.ofDays(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(10);

    private final VerificationRuns runs;
    private final Verifications verifications;
    private final Clock clock;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    private volatile boolean isStopped;
    private volatile @Nullable Future<?> nextLook;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected DailyVerification() {
        this(null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the scheduler is injected after construction
    public DailyVerification(VerificationRuns runs, Verifications verifications, Clock clock) {
        this.runs = runs;
        this.verifications = verifications;
        this.clock = clock;
    }

    @PostConstruct
    void start() {
        lookAgain();
    }

    @PreDestroy
    void stop() {
        isStopped = true;
        var next = nextLook;
        if (next != null) {
            next.cancel(false);
        }
    }

    /** Not a timer of the container, which logs an error for one that comes due while the application is stopped. */
    private void lookAgain() {
        nextLook = scheduler.schedule(this::look, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        if (isStopped) {
            return;
        }
        try {
            var due = clock.instant().minus(BETWEEN_VERIFICATIONS);
            boolean isDue =
                    verifications.lastDone().map(last -> last.isBefore(due)).orElse(false);
            if (isDue && !runs.isRunning()) {
                runs.start(Actor.system());
            }
        } catch (EJBException e) {
            LOG.warnf("The daily verification of the audit trail has to wait: %s", e.getMessage());
        } finally {
            if (!isStopped) {
                lookAgain();
            }
        }
    }
}
