package org.semblance.retention.batch;

import org.jspecify.annotations.Nullable;
import org.semblance.jobs.Tally;
import org.semblance.lifetime.Account;
import org.semblance.lifetime.Portion;
import org.semblance.platform.batch.ChunkLedger;
import org.semblance.retention.PurgeReports;

/** Writes what was done into the report and the ledger of the run, which a node that lost the run can no longer do. */
record Accounting(ChunkLedger ledger, PurgeReports reports, long report) implements Account {

    @Override
    public void keep(@Nullable String place, String kind, Portion portion) {
        var tally = Tally.NOTHING.done(portion.rows()).with(kind, portion.rows());
        reports.add(report, kind, portion.rows(), portion.bytes(), () -> ledger.keep(place, tally));
    }
}
