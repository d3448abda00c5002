package org.semblance.jobs;

import java.util.List;
import java.util.Set;

/**
 * A job that can be started.
 *
 * @param retriesItems whether a run can be made of just what another one refused
 * @param permissions what whoever starts it must be permitted everywhere, besides managing jobs
 */
public record JobKind(String job, List<JobParameter> parameters, boolean retriesItems, Set<String> permissions) {
    public JobKind {
        parameters = List.copyOf(parameters);
        permissions = Set.copyOf(permissions);
    }
}
