package org.semblance.audit.chain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.jboss.logging.Logger;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditTrail;
import org.semblance.audit.chain.ChainVerification.Report;
import org.semblance.audit.chain.ChainVerification.Watcher;

/** Verifies the trail and makes sure that whoever must know gets to know. */
@ApplicationScoped
public class TrailInspection {
    public static final String JOB = "verify-audit";

    private static final Logger LOG = Logger.getLogger(TrailInspection.class);
    private static final Metadata FINDINGS = Metadata.builder()
            .withName("audit_findings")
            .withDescription("Places where verifications by this node found the audit trail to be tampered with")
            .build();

    private final ChainVerification verification;
    private final Verifications verifications;
    private final AuditTrail trail;
    private final MetricRegistry metrics;
    private final Clock clock;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected TrailInspection() {
        this(null, null, null, null, null);
    }

    @Inject
    public TrailInspection(
            ChainVerification verification,
            Verifications verifications,
            AuditTrail trail,
            MetricRegistry metrics,
            Clock clock) {
        this.verification = verification;
        this.verifications = verifications;
        this.trail = trail;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Compares everything, keeps what was found, and says so in the log, the metrics and the trail itself. */
    public Verification inspect(String startedBy, Watcher watcher) {
        Instant started = clock.instant();
        Report report = verification.verify(watcher);
        Verification done = verifications.add(
                new Verification(0, started, clock.instant(), startedBy, report.entries(), report.findings()));
        metrics.counter(FINDINGS).inc(report.findings().size());
        report.findings().forEach(finding -> LOG.errorf("The audit trail was tampered with: %s", finding.message()));
        // The log lies beside the database: whoever keeps it can compare these ends of the chains later.
        report.heads()
                .forEach(head ->
                        LOG.infof("Audit chain %s: position %d, seal %s", head.month(), head.position(), head.seal()));
        trail.record(
                Actor.job(JOB),
                AuditEvent.success("audit.verified", "audit", done.id())
                        .with("entries", report.entries())
                        .with("findings", report.findings().size()));
        return done;
    }
}
