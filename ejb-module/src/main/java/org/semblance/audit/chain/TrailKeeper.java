package org.semblance.audit.chain;

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
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.semblance.audit.AuditTrail;

/** On every node: seals what was recorded, counts what was not, and makes the months' partitions before they begin. */
@Singleton
@Startup
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TrailKeeper {
    private static final Logger LOG = Logger.getLogger(TrailKeeper.class);
    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(2);
    private static final Duration WHILE_DATABASE_IS_AWAY = Duration.ofSeconds(20);
    private static final Duration BETWEEN_COUNTS = Duration.ofMinutes(1);
    private static final Duration BETWEEN_PARTITIONS = Duration.ofHours(6);
    private static final int MONTHS_AHEAD = 3;

    private final ChainSealer sealer;
    private final Verifications verifications;
    private final AuditTrail trail;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    private volatile boolean isStopped;
    private volatile @Nullable Future<?> nextRound;
    private volatile boolean isFailing;
    private long nextCount = System.nanoTime();
    private long nextPartitions = System.nanoTime();
    private volatile long lastRound = System.nanoTime();

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected TrailKeeper() {
        this(null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the scheduler is injected after construction
    public TrailKeeper(ChainSealer sealer, Verifications verifications, AuditTrail trail) {
        this.sealer = sealer;
        this.verifications = verifications;
        this.trail = trail;
    }

    @PostConstruct
    void start() {
        goOn();
    }

    @PreDestroy
    void stop() {
        isStopped = true;
        var next = nextRound;
        if (next != null) {
            next.cancel(false);
        }
    }

    /** How long ago this node last saw everything sealed. */
    public Duration sinceLastRound() {
        return Duration.ofNanos(System.nanoTime() - lastRound);
    }

    private void goOn() {
        var pause = isFailing ? WHILE_DATABASE_IS_AWAY : BETWEEN_ROUNDS;
        nextRound = scheduler.schedule(this::round, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void round() {
        if (isStopped) {
            return;
        }
        try {
            if (System.nanoTime() - nextPartitions >= 0) {
                verifications.makePartitions(MONTHS_AHEAD);
                nextPartitions = System.nanoTime() + BETWEEN_PARTITIONS.toNanos();
            }
            if (System.nanoTime() - nextCount >= 0) {
                trail.recordSkipped();
                nextCount = System.nanoTime() + BETWEEN_COUNTS.toNanos();
            }
            sealer.seal();
            lastRound = System.nanoTime();
            isFailing = false;
        } catch (EJBException | UncheckedIOException e) {
            // Told once for each outage; the health check goes on telling. At the stop, beans vanish from under a
            // round.
            if (!isFailing && !isStopped) {
                LOG.warnf("The audit trail cannot be sealed: %s", e.getMessage());
            }
            isFailing = true;
        } finally {
            if (!isStopped) {
                goOn();
            }
        }
    }
}
