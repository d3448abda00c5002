package org.semblance.retention;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.semblance.jobs.JobRunId;
import org.semblance.lifetime.Account;
import org.semblance.storage.ImageQuarantine;
import org.semblance.storage.MissingImages;
import org.semblance.storage.StoreReconciliation;

/** Compares the image store with the database, and reports what was found. */
@Stateless
@LocalBean
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImageSweep {
    /** The job that compares. */
    public static final String JOB = "reconcile-images";

    private final StoreReconciliation reconciliation;
    private final PurgeReports reports;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ImageSweep() {
        this(null, null);
    }

    @Inject
    public ImageSweep(StoreReconciliation reconciliation, PurgeReports reports) {
        this.reconciliation = reconciliation;
        this.reports = reports;
    }

    public PurgeReport begin(JobRunId run, boolean isDryRun) {
        return reports.begin(
                run,
                JOB,
                isDryRun,
                Map.of(
                        ImageQuarantine.UNNAMED, Optional.empty(),
                        MissingImages.MISSING, Optional.empty(),
                        MissingImages.RESTORED, Optional.empty()));
    }

    /**
     * Does what is left to do after a place that the account kept.
     *
     * @return false when it was asked to stop before the end
     */
    public boolean sweep(PurgeReport report, Optional<String> place, Account account, BooleanSupplier isStopping) {
        if (!reconciliation.reconcile(place, report.isDryRun(), account, isStopping)) {
            return false;
        }
        reports.end(report.id());
        return true;
    }
}
