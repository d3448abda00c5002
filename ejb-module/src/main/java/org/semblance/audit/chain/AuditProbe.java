package org.semblance.audit.chain;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.semblance.health.HealthChecks;
import org.semblance.health.HealthProbe;
import org.semblance.health.Remark;

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
                return Finding.degraded(
                        Remark.of("unsealed", "Degraded: nothing was sealed for %d minutes", since.toMinutes()));
            }
            return verifications.latest(1).stream()
                    .findFirst()
                    .map(AuditProbe::finding)
                    .orElseGet(() -> Finding.up(Remark.of("unverified", "Well: not verified yet")));
        } catch (EJBException e) {
            return Finding.degraded(Remark.of("unknown", "Degraded: the audit trail cannot be read"));
        }
    }

    private static Finding finding(Verification last) {
        return last.findings().isEmpty()
                ? Finding.up(Remark.of("verified", "Well: %d entries verified at %s", last.entries(), last.endedAt()))
                : Finding.degraded(Remark.of(
                        "tampered",
                        "Degraded: the audit trail was tampered with, %d findings at %s",
                        last.findings().size(),
                        last.endedAt()));
    }
}
