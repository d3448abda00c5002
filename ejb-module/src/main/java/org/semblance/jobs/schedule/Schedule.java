package org.semblance.jobs.schedule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.semblance.jobs.JobRunId;
import org.semblance.jobs.JobState;

/**
 * When a job is started, and how that went.
 *
 * @param said what people said of it
 * @param dueAt when it starts the next run; null while it is off
 * @param late how late it is, in seconds; nothing while it is not
 * @param last the run that it started last
 * @param lastState how that run stands, while it is known
 * @param missedAt last time that nothing was started for, unless something was since
 * @param problem why the job could not be started at the last due time
 */
public record Schedule(
        NewSchedule said,
        int version,
        @Nullable Instant dueAt,
        long late,
        @Nullable Instant startedAt,
        @Nullable JobRunId last,
        @Nullable JobState lastState,
        @Nullable Instant missedAt,
        @Nullable String problem) {
    private static final long LATE_SECONDS = 900;

    public String name() {
        return said.name();
    }

    /** Whether people should look after it: its last run failed or never began, or it is long overdue. */
    public boolean isInTrouble() {
        return said.isOn() && (problem != null || lastState == JobState.FAILED || isMissed());
    }

    /** Whether something that was due was not done. */
    public boolean isMissed() {
        return said.isOn() && (missedAt != null || late > LATE_SECONDS);
    }
}
