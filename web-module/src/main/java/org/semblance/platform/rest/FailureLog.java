package org.semblance.platform.rest;

import java.util.List;
import org.jboss.logging.Logger;
import org.semblance.platform.Outage;

/** Writes down what nobody expected, once; what the caller did wrong is the caller's affair. */
final class FailureLog {
    private static final Logger LOG = Logger.getLogger(FailureLog.class);

    private FailureLog() {}

    static void record(Diagnosis diagnosis, Throwable failure, String method, String path) {
        if (!diagnosis.isUnexpected()) {
            return;
        }
        if (diagnosis.status() == 503) {
            // Every request fails alike while something is away: a line each says enough.
            List<Throwable> causes = Outage.causes(failure).toList();
            LOG.warnf("%s %s failed: %s (%s)", method, path, diagnosis.code(), causes.get(causes.size() - 1));
            return;
        }
        LOG.errorf(failure, "%s %s failed: %s", method, path, diagnosis.code());
    }
}
