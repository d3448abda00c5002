package org.semblance.audit.chain;

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
import java.io.UncheckedIOException;
import java.time.Duration;
import org.semblance.audit.AuditTrail;
import org.semblance.platform.Repeating;

/** On every node: seals what was recorded, counts what was not, and makes the months' partitions before they begin. */
@Singleton
@Startup
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TrailKeeper {
    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(2);
    private static final Duration BETWEEN_COUNTS = Duration.ofMinutes(1);
    private static final Duration BETWEEN_PARTITIONS = Duration.ofHours(6);
    private static final int MONTHS_AHEAD = 3;

    private final ChainSealer sealer;
    private final Verifications verifications;
    private final AuditTrail trail;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    private Repeating rounds;
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
        rounds = new Repeating("the audit trail is sealed", scheduler, BETWEEN_ROUNDS, this::round);
        rounds.start();
    }

    @PreDestroy
    void stop() {
        rounds.stop();
    }

    /** How long ago this node last saw everything sealed. */
    public Duration sinceLastRound() {
        return Duration.ofNanos(System.nanoTime() - lastRound);
    }

    private void round() {
        if (System.nanoTime() - nextPartitions >= 0) {
            verifications.makePartitions(MONTHS_AHEAD);
            nextPartitions = System.nanoTime() + BETWEEN_PARTITIONS.toNanos();
        }
        if (System.nanoTime() - nextCount >= 0) {
            trail.recordSkipped();
            nextCount = System.nanoTime() + BETWEEN_COUNTS.toNanos();
        }
        try {
            sealer.seal();
        } catch (UncheckedIOException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
        lastRound = System.nanoTime();
    }
}
