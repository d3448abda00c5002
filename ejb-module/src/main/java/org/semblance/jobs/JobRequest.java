package org.semblance.jobs;

import java.util.Map;

/** Which job to start, with what. */
public record JobRequest(String job, Map<String, String> parameters) {
    public JobRequest {
        parameters = Map.copyOf(parameters);
    }
}
