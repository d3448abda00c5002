package org.semblance.retention.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.semblance.platform.batch.ChunkLedger;
import org.semblance.retention.PurgeReport;
import org.semblance.retention.PurgeReports;
import org.semblance.retention.RetentionPurge;

/** Purges what is left to be purged by its run; one that could not finish a kind fails, so that nobody overlooks it. */
@Named
@Dependent
public class RetentionPurging extends AbstractBatchlet {
    private final RetentionPurge purge;
    private final PurgeReports reports;
    private final ChunkLedger ledger;
    private final JobContext job;
    private volatile boolean stopping;

    @Inject
    @BatchProperty
    private String kinds;

    @Inject
    @BatchProperty(name = "dry-run")
    private String dryRun;

    @Inject
    @SuppressWarnings("NullAway") // batch properties are injected after construction
    public RetentionPurging(RetentionPurge purge, PurgeReports reports, ChunkLedger ledger, JobContext job) {
        this.purge = purge;
        this.reports = reports;
        this.ledger = ledger;
        this.job = job;
    }

    @Override
    public String process() {
        PurgeReport report = purge.begin(ledger.run(), KindNames.of(kinds), Boolean.parseBoolean(dryRun));
        ledger.open(() -> purge.expected(report));
        var outcome = purge.purge(report, new Accounting(ledger, reports, report.id()), () -> stopping);
        if (outcome == RetentionPurge.Outcome.INCOMPLETE) {
            job.setExitStatus("Some kinds could not be purged: report " + report.id() + " says which");
        }
        return outcome.name();
    }

    @Override
    public void stop() {
        stopping = true;
    }
}
