package org.semblance.jobs;

import java.util.Locale;

/** Where a run of a job stands. */
public enum JobState {
    /** Waits until a node is free for it. */
    QUEUED,
    RUNNING,
    /** Ends after what it is doing. */
    STOPPING,
    /** Can go on where it was. */
    STOPPED,
    COMPLETED,
    /** Can go on where it was, once the reason is mended. */
    FAILED,
    /** Given up for good. */
    ABANDONED;

    /** Whether nothing more will happen unless somebody asks for it. */
    public boolean isFinal() {
        return this == STOPPED || this == COMPLETED || this == FAILED || this == ABANDONED;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static JobState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
