package org.semblance.jobs;

import java.util.List;

/**
 * A job that can be started.
 *
 * @param retriesItems whether a run can be made of just what another one refused
 */
public record JobKind(String job, List<JobParameter> parameters, boolean retriesItems) {
    public JobKind {
        parameters = List.copyOf(parameters);
    }
}
