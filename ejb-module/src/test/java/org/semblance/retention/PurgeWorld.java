package org.semblance.retention;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.sql.DataSource;
import org.semblance.CurrentTransaction;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.database.MigratedDatabase;
import org.semblance.jobs.JobQueue;
import org.semblance.jobs.JobRunId;
import org.semblance.jobs.QueuedRun;
import org.semblance.jobs.RunLedger;
import org.semblance.jobs.RunPart;
import org.semblance.jobs.TakenRun;
import org.semblance.jobs.Tally;
import org.semblance.lifetime.Account;
import org.semblance.lifetime.Portion;
import org.semblance.lifetime.RetentionKind;
import org.semblance.lifetime.RetentionKinds;
import org.semblance.platform.Statements;

/** Purges as the job does them, on a migrated database: each portion in a transaction with its report and its run. */
public final class PurgeWorld implements AutoCloseable {
    static final Actor ANNA = Actor.user("anna");

    final MigratedDatabase database = MigratedDatabase.fresh();
    final CurrentTransaction transactions = new CurrentTransaction(database.app());
    final List<AuditEvent> audited = new CopyOnWriteArrayList<>();
    final RetentionKinds kinds;
    final RetentionPolicies policies;
    final PurgeReports reports = new PurgeReports(transactions);

    PurgeWorld() {
        this(List.of());
    }

    PurgeWorld(Collection<RetentionKind> more) {
        this(database -> more);
    }

    /** With kinds that need the database in which they lie; where a kind is there already, in its place. */
    public PurgeWorld(Function<DataSource, Collection<RetentionKind>> more) {
        List<RetentionKind> all = new ArrayList<>(more.apply(transactions));
        List<String> others = new ArrayList<>(List.of("deleted-persons", "webhook-deliveries"));
        all.forEach(kind -> others.add(kind.name()));
        Kinds.all(transactions).stream()
                .filter(kind -> !others.contains(kind.name()))
                .forEach(all::add);
        kinds = new RetentionKinds(all);
        policies = new RetentionPolicies(kinds, new RecordedAudit(), transactions);
    }

    /** Purges one kind as a run of the job does; says how many rows it removed. */
    public long run(String kind) {
        ask();
        TakenRun run = take();
        PurgeReport report = purge().begin(run.id(), List.of(kind), false);
        purge().purge(report, account(run, report), () -> false);
        return reports.require(report.id()).lines().stream()
                .mapToLong(PurgeLine::rows)
                .sum();
    }

    JobRunId ask() {
        return queue().add(new QueuedRun(RetentionPurge.JOB, Map.of(), null, ANNA));
    }

    TakenRun take() {
        queue().seen(UUID.fromString("00000000-0000-0000-0000-000000000001"), "n");
        return queue().take(UUID.fromString("00000000-0000-0000-0000-000000000001"), "n")
                .orElseThrow();
    }

    JobQueue queue() {
        return new JobQueue(transactions);
    }

    /** What the job gives: the report's line and the run's ledger, in the transaction of the portion. */
    Account account(TakenRun run, PurgeReport report) {
        var ledger = new RunLedger(transactions);
        var part = new RunPart(run.id(), run.attempt(), "purge", 0);
        return (place, kind, portion) -> reports.add(
                report.id(),
                kind,
                portion.rows(),
                portion.bytes(),
                () -> ledger.keep(
                        part, place, Tally.NOTHING.done(portion.rows()).with(kind, portion.rows())));
    }

    RetentionPurge purge() {
        return new RetentionPurge(
                kinds,
                policies,
                reports,
                new PurgePortions(reports) {
                    @Override
                    public Portion purge(long report, RetentionKind kind, java.time.Instant cutoff, Account account) {
                        return transactions.in(() -> super.purge(report, kind, cutoff, account));
                    }
                },
                new Unmeasured());
    }

    long one(String query) {
        return owner().first(query, row -> row.getLong(1)).orElseThrow();
    }

    public Statements owner() {
        return new Statements(database.owner());
    }

    @Override
    public void close() {
        database.close();
    }

    /** Nobody watches. */
    private static final class Unmeasured extends RetentionMetrics {
        @Override
        void purged(String kind, Portion removed) {
            // Not counted.
        }
    }

    private final class RecordedAudit implements AuditLog {
        @Override
        public void record(AuditEvent event) {
            audited.add(event);
        }

        @Override
        public void record(Actor actor, AuditEvent event) {
            audited.add(event);
        }
    }
}
