package org.semblance.retention.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.semblance.platform.batch.ChunkLedger;
import org.semblance.retention.ImageSweep;
import org.semblance.retention.PurgeReport;
import org.semblance.retention.PurgeReports;

/** Compares the image store with the database from where its run has come to. */
@Named
@Dependent
public class ImageReconciling extends AbstractBatchlet {
    private static final String DONE = "DONE";
    private static final String STOPPED = "STOPPED";

    private final ImageSweep sweep;
    private final PurgeReports reports;
    private final ChunkLedger ledger;
    private volatile boolean stopping;

    @Inject
    @BatchProperty(name = "dry-run")
    private String dryRun;

    @Inject
    @SuppressWarnings("NullAway") // batch properties are injected after construction
    public ImageReconciling(ImageSweep sweep, PurgeReports reports, ChunkLedger ledger) {
        this.sweep = sweep;
        this.reports = reports;
        this.ledger = ledger;
    }

    @Override
    public String process() {
        PurgeReport report = sweep.begin(ledger.run(), Boolean.parseBoolean(dryRun));
        Optional<String> place = ledger.open(() -> 0);
        boolean isDone = sweep.sweep(report, place, new Accounting(ledger, reports, report.id()), () -> stopping);
        return isDone ? DONE : STOPPED;
    }

    @Override
    public void stop() {
        stopping = true;
    }
}
