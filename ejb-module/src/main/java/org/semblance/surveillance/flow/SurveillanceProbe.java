package org.semblance.surveillance.flow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.semblance.health.HealthChecks;
import org.semblance.health.HealthProbe;
import org.semblance.health.Remark;

/**
 * Whether cameras would go on without the database, and whether they have to at present. Down only when nothing more can
 * be kept: frames are refused then.
 */
@ApplicationScoped
public class SurveillanceProbe implements HealthProbe {
    private static final int PERCENT = 100;

    private final FrameSpool spool;
    private final Readiness readiness;
    private final StaffBook staff;
    private final Reach reach;
    private final Clock clock;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected SurveillanceProbe() {
        this(null, null, null, null, null);
    }

    @Inject
    public SurveillanceProbe(FrameSpool spool, Readiness readiness, StaffBook staff, Reach reach, Clock clock) {
        this.spool = spool;
        this.readiness = readiness;
        this.staff = staff;
        this.reach = reach;
        this.clock = clock;
    }

    @Override
    public String name() {
        return HealthChecks.SURVEILLANCE;
    }

    @Override
    public Finding look() {
        var waiting = spool.standing();
        if (waiting.isFull()) {
            return Finding.down(Remark.of(
                    "full",
                    "The disk space for what is seen while the database is away is used up: %d frames wait on disk",
                    waiting.records()));
        }
        var galleries = readiness.galleries();
        if (galleries.watched() == 0 && waiting.records() == 0) {
            return Finding.up(Remark.of("idle", "No camera is enabled"));
        }
        var memory = inMemory(galleries);
        var kept = Remark.of(
                "kept",
                "%d frames wait on disk (%d %% of the space)",
                waiting.records(),
                waiting.bytes() * PERCENT / waiting.mostBytes());
        return reach.isAway()
                ? Finding.degraded(Remark.of("away", "degraded: the database is away"), memory, kept)
                : Finding.up(memory, kept);
    }

    private Remark inMemory(Readiness.Galleries galleries) {
        var persons = staff.remembered();
        return Remark.of(
                persons.isCut() ? "memory-cut" : "memory",
                "%d of %d galleries of cameras in memory, %d persons as of %d s ago"
                        + (persons.isCut() ? ", not all of them" : ""),
                galleries.inMemory(),
                galleries.watched(),
                persons.persons().size(),
                Duration.between(persons.at(), clock.instant()).toSeconds());
    }
}
