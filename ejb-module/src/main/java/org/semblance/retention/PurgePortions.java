package org.semblance.retention;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import org.semblance.lifetime.Account;
import org.semblance.lifetime.Portion;
import org.semblance.lifetime.RetentionKind;

/** The small transactions of a purge: each removes a little and says so, or does neither. */
@Stateless
@LocalBean
@PermitAll
public class PurgePortions {
    private static final int ROWS = 500;

    private final PurgeReports reports;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected PurgePortions() {
        this(null);
    }

    @Inject
    public PurgePortions(PurgeReports reports) {
        this.reports = reports;
    }

    /** Removes some of what is older; nothing when the kind is done, which is noted then. */
    public Portion purge(long report, RetentionKind kind, Instant cutoff, Account account) {
        Portion removed = kind.purge(cutoff, ROWS);
        if (removed.isEmpty()) {
            Portion left = kind.count(cutoff);
            reports.done(report, kind.name(), left.held(), left.rows());
            return removed;
        }
        account.keep(null, kind.name(), removed);
        return removed;
    }

    /** Counts what is older, as the whole of a dry run of a kind. */
    public void count(long report, RetentionKind kind, Instant cutoff, Account account) {
        Portion found = kind.count(cutoff);
        account.keep(null, kind.name(), found);
        reports.done(report, kind.name(), found.held(), 0);
    }
}
