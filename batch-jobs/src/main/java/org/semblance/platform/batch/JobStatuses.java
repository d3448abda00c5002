package org.semblance.platform.batch;

import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.JobExecution;
import jakarta.batch.runtime.StepExecution;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.jobs.JobExecutionId;
import org.semblance.jobs.JobState;
import org.semblance.jobs.JobStatus;

/** What Jakarta Batch knows of a run, as callers see it. */
final class JobStatuses {
    private static final Instant SERVER_START =
            Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());

    private JobStatuses() {}

    static JobStatus of(JobExecution execution, JobOperator operator) {
        Progress progress = progress(execution, operator);
        boolean interrupted = isInterrupted(execution);
        return new JobStatus(
                new JobExecutionId(execution.getExecutionId()),
                execution.getJobName(),
                interrupted ? JobState.FAILED : state(execution.getBatchStatus()),
                parameters(execution),
                progress == null ? null : progress.total(),
                progress == null ? 0 : progress.done(),
                progress == null ? 0 : progress.failed(),
                instant(execution.getCreateTime()),
                execution.getEndTime() == null ? null : instant(execution.getEndTime()),
                interrupted ? "The server stopped in the middle of the run; restart it" : message(execution));
    }

    private static JobState state(BatchStatus status) {
        return status == BatchStatus.STARTED ? JobState.RUNNING : JobState.valueOf(status.name());
    }

    private static @Nullable Progress progress(JobExecution execution, JobOperator operator) {
        return operator.getStepExecutions(execution.getExecutionId()).stream()
                .map(StepExecution::getPersistentUserData)
                .filter(Progress.class::isInstance)
                .map(Progress.class::cast)
                .reduce((first, second) -> second)
                .orElse(null);
    }

    /** A run that began before this server did and has no end died with the server that ran it. */
    static boolean isInterrupted(JobExecution execution) {
        BatchStatus status = execution.getBatchStatus();
        boolean going =
                status == BatchStatus.STARTED || status == BatchStatus.STARTING || status == BatchStatus.STOPPING;
        return going && instant(execution.getCreateTime()).isBefore(SERVER_START);
    }

    private static @Nullable String message(JobExecution execution) {
        if (execution.getBatchStatus() != BatchStatus.FAILED) {
            return null;
        }
        String exit = execution.getExitStatus();
        return exit == null || exit.equals(BatchStatus.FAILED.name())
                ? "The run failed; the server's log says why"
                : exit;
    }

    private static Map<String, String> parameters(JobExecution execution) {
        var parameters = new HashMap<String, String>();
        if (execution.getJobParameters() != null) {
            execution.getJobParameters().forEach((name, value) -> parameters.put(name.toString(), value.toString()));
        }
        return parameters;
    }

    @SuppressWarnings("JavaUtilDate") // what Jakarta Batch speaks
    private static Instant instant(@Nullable Date date) {
        return date == null ? Instant.EPOCH : date.toInstant();
    }
}
