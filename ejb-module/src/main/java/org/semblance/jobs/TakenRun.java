package org.semblance.jobs;

import java.util.Map;

/** A run that this node does now. */
public record TakenRun(JobRunId id, int attempt, String job, Map<String, String> parameters) {
    public TakenRun {
        parameters = Map.copyOf(parameters);
    }
}
