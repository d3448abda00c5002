package org.semblance.audit.chain;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.semblance.health.HealthChecks;
import org.semblance.health.HealthProbe;

/** How the audit trail does. Never down: a server that stopped for it would be stopped by whoever tampers with it. */
@ApplicationScoped
public class AuditProbe implements HealthProbe {
    private static final Duration LATE = Duration.ofMinutes(5);

    private final Verifications verifications;
    private final TrailKeeper keeper;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected AuditProbe() {
        this(null, null);
    }

    @Inject
    public AuditProbe(Verifications verifications, TrailKeeper keeper) {
        this.verifications = verifications;
        this.keeper = keeper;
    }

    @Override
    public String name() {
        return HealthChecks.AUDIT;
    }

    @Override
    public Finding look() {
        try {
            Duration since = keeper.sinceLastRound();
            if (since.compareTo(LATE) > 0) {
                return Finding.up("Degraded: nothing was sealed for " + since.toMinutes() + " minutes");
            }
            return verifications.latest(1).stream()
                    .findFirst()
                    .map(last -> last.findings().isEmpty()
                            ? Finding.up("Well: " + last.entries() + " entries verified at " + last.endedAt())
                            : Finding.up("Degraded: the audit trail was tampered with, "
                                    + last.findings().size() + " findings at " + last.endedAt()))
                    .orElseGet(() -> Finding.up("Well: not verified yet"));
        } catch (EJBException e) {
            return Finding.up("Degraded: the audit trail cannot be read");
        }
    }
}
