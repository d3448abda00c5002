package org.semblance.retention;

import org.semblance.platform.Problem;

/** There is no such report, any more perhaps. */
public class PurgeReportNotFoundException extends Problem {
    private static final long serialVersionUID = 1L;

    public PurgeReportNotFoundException(long id) {
        super(Kind.NOT_FOUND, "retention-report-not-found", "There is no report " + id + "; reports are purged, too");
    }
}
