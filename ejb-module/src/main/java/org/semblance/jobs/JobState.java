package org.semblance.jobs;

/** Where a run of a job stands. */
public enum JobState {
    STARTING,
    RUNNING,
    STOPPING,
    STOPPED,
    COMPLETED,
    FAILED,
    ABANDONED;

    /** Whether nothing more will happen in this run. */
    public boolean isFinal() {
        return this == STOPPED || this == COMPLETED || this == FAILED || this == ABANDONED;
    }
}
