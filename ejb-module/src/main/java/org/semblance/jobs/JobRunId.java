package org.semblance.jobs;

/** One run of a job; a restart is a new run of the same job. */
public record JobRunId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
