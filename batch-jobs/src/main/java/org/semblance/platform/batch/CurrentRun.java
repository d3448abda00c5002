package org.semblance.platform.batch;

import jakarta.batch.runtime.context.JobContext;
import org.semblance.jobs.JobRunId;

/** Which run the batch runtime's current job is an attempt at: its XML passes that on as the job's property run. */
public final class CurrentRun {
    private CurrentRun() {}

    public static JobRunId of(JobContext job) {
        return new JobRunId(Long.parseLong(job.getProperties().getProperty("run")));
    }
}
