package org.semblance.retention;

import jakarta.enterprise.context.ApplicationScoped;
import org.semblance.lifetime.AgedRows;
import org.semblance.lifetime.AgedRowsKind;
import org.semblance.lifetime.Lifetime;

/** What purges said of themselves. */
@ApplicationScoped
public class OldReports extends AgedRowsKind {
    public OldReports() {
        super(
                "retention-reports",
                "Reports of purges, from their beginning on",
                Lifetime.ofDays(365, 30, 3650).orForEver(),
                AgedRows.of("retention_report", "id", "started_at").with("semblance.retention_line", "report_id"));
    }
}
