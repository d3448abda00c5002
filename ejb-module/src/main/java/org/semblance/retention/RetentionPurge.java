package org.semblance.retention;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJBException;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.semblance.jobs.JobRunId;
import org.semblance.lifetime.Account;
import org.semblance.lifetime.Portion;
import org.semblance.lifetime.RetentionKind;
import org.semblance.lifetime.RetentionKinds;
import org.semblance.platform.Problem;

/**
 * Removes what is older than its policy says, kind by kind, in small transactions. Its cutoffs are those of the moment
 * when the run first began, by the clock of the database: so a restart ends where an undisturbed run would have.
 */
@Stateless
@LocalBean
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RetentionPurge {
    /** The job that purges. */
    public static final String JOB = "retention-purge";

    private static final Logger LOG = Logger.getLogger(RetentionPurge.class);

    private final RetentionKinds kinds;
    private final RetentionPolicies policies;
    private final PurgeReports reports;
    private final PurgePortions portions;
    private final RetentionMetrics metrics;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected RetentionPurge() {
        this(null, null, null, null, null);
    }

    @Inject
    public RetentionPurge(
            RetentionKinds kinds,
            RetentionPolicies policies,
            PurgeReports reports,
            PurgePortions portions,
            RetentionMetrics metrics) {
        this.kinds = kinds;
        this.policies = policies;
        this.reports = reports;
        this.portions = portions;
        this.metrics = metrics;
    }

    /**
     * The report of a run, begun by its first attempt.
     *
     * @param only names of kinds; none for all
     */
    public PurgeReport begin(JobRunId run, Collection<String> only, boolean isDryRun) {
        only.forEach(kinds::require);
        Map<String, Optional<Duration>> periods = new TreeMap<>();
        policies.list().stream()
                .filter(RetentionPolicy::enabled)
                .filter(policy -> only.isEmpty() || only.contains(policy.kind()))
                .forEach(policy -> periods.put(policy.kind(), Optional.of(policy.period())));
        return reports.begin(run, JOB, isDryRun, periods);
    }

    /** How many there are to be removed. */
    public long expected(PurgeReport report) {
        return open(report).stream()
                .mapToLong(line -> kinds.find(line.kind())
                        .map(kind -> kind.count(cutoff(line)).rows())
                        .orElse(0L))
                .sum();
    }

    /** Does what is left to do. A kind that cannot be finished does not keep the others from it. */
    public Outcome purge(PurgeReport report, Account account, BooleanSupplier isStopping) {
        int failed = 0;
        for (PurgeLine line : open(report)) {
            if (isStopping.getAsBoolean()) {
                return Outcome.STOPPED;
            }
            Optional<RetentionKind> kind = kinds.find(line.kind());
            failed += kind.isEmpty() || did(report, kind.get(), cutoff(line), account, isStopping) ? 0 : 1;
        }
        if (isStopping.getAsBoolean()) {
            return Outcome.STOPPED;
        }
        if (failed > 0) {
            return Outcome.INCOMPLETE;
        }
        reports.end(report.id());
        return Outcome.DONE;
    }

    private boolean did(
            PurgeReport report, RetentionKind kind, Instant cutoff, Account account, BooleanSupplier isStopping) {
        try {
            if (report.isDryRun()) {
                portions.count(report.id(), kind, cutoff, account);
                return true;
            }
            Portion removed = portions.purge(report.id(), kind, cutoff, account);
            while (!removed.isEmpty()) {
                kind.followUp(removed);
                metrics.purged(kind.name(), removed);
                removed = isStopping.getAsBoolean()
                        ? Portion.NOTHING
                        : portions.purge(report.id(), kind, cutoff, account);
            }
            return true;
        } catch (EJBException | Problem | IllegalStateException e) {
            LOG.errorf(e, "What is kept as %s could not be purged", kind.name());
            reports.failed(report.id(), kind.name(), "It could not be purged; the server's log says why");
            return false;
        }
    }

    private static List<PurgeLine> open(PurgeReport report) {
        return report.lines().stream().filter(line -> line.doneAt() == null).toList();
    }

    private static Instant cutoff(PurgeLine line) {
        Instant cutoff = line.cutoff();
        if (cutoff == null) {
            throw new IllegalStateException("A line of a purge has a cutoff");
        }
        return cutoff;
    }

    /** How an attempt ended. */
    public enum Outcome {
        DONE,
        STOPPED,
        /** Some kinds could not be finished. */
        INCOMPLETE
    }
}
