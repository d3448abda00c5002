package org.semblance.platform.batch;

import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.NoSuchJobException;
import jakarta.batch.operations.NoSuchJobExecutionException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.JobExecution;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.semblance.jobs.JobExecutionId;
import org.semblance.jobs.JobNotFoundException;

/** Runs in the batch runtime's repository. None of this may be called inside a transaction. */
final class JobRuns {
    private JobRuns() {}

    static JobOperator operator() {
        return BatchRuntime.getJobOperator();
    }

    static JobExecutionId start(String job, Map<String, String> parameters) {
        var properties = new Properties();
        properties.putAll(parameters);
        return new JobExecutionId(operator().start(job, properties));
    }

    /** The latest runs of a job. */
    static Stream<JobExecution> list(String job, int limit) {
        try {
            return operator().getJobInstances(job, 0, limit).stream()
                    .flatMap(instance -> operator().getJobExecutions(instance).stream());
        } catch (NoSuchJobException e) {
            return Stream.empty();
        }
    }

    static JobExecution require(JobExecutionId id) {
        try {
            JobExecution execution = operator().getJobExecution(id.value());
            if (execution == null) {
                throw new JobNotFoundException(id);
            }
            return execution;
        } catch (NoSuchJobExecutionException e) {
            throw new JobNotFoundException(id);
        }
    }
}
