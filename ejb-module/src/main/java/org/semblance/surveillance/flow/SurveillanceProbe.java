package org.semblance.surveillance.flow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.semblance.health.HealthChecks;
import org.semblance.health.HealthProbe;

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
        String kept = waiting.records() + " frames wait on disk";
        if (waiting.isFull()) {
            return Finding.down("The disk space for what is seen while the database is away is used up: " + kept);
        }
        var galleries = readiness.galleries();
        if (galleries.watched() == 0 && waiting.records() == 0) {
            return Finding.up("No camera is enabled");
        }
        var persons = staff.remembered();
        long age = Duration.between(persons.at(), clock.instant()).toSeconds();
        return Finding.up((reach.isAway() ? "degraded: the database is away; " : "") + galleries.inMemory() + " of "
                + galleries.watched() + " galleries of cameras in memory, "
                + persons.persons().size()
                + " persons as of " + age + " s ago" + (persons.isCut() ? ", not all of them" : "") + "; " + kept
                + " (" + waiting.bytes() * PERCENT / waiting.mostBytes() + " % of the space)");
    }
}
