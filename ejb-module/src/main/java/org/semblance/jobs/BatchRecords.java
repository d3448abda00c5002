package org.semblance.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import org.semblance.lifetime.AgedRows;
import org.semblance.lifetime.AgedRowsKind;
import org.semblance.lifetime.Lifetime;

/** What the batch runtime writes down of attempts; runs keep their own places and never read it. */
@ApplicationScoped
public class BatchRecords extends AgedRowsKind {
    private static final String ENDED = """
            (SELECT max(coalesce(execution.endtime, execution.lastupdatedtime, execution.createtime))
               FROM jobs.job_execution AS execution WHERE execution.jobinstanceid = aged.jobinstanceid)""";
    /** An attempt of a dead node never ends there; one under way may have begun long ago. */
    private static final String IDLE = """
            NOT EXISTS (SELECT FROM jobs.job_execution AS execution
                          JOIN semblance.job_run AS run ON run.execution_id = execution.jobexecutionid
                         WHERE execution.jobinstanceid = aged.jobinstanceid
                           AND run.state IN ('running', 'stopping'))""";

    private static final String SIZE = """
            CAST(octet_length(CAST(aged.* AS text))
                 + coalesce((SELECT sum(octet_length(CAST(execution.* AS text))) FROM jobs.job_execution AS execution
                              WHERE execution.jobinstanceid = aged.jobinstanceid), 0)
                 + coalesce((SELECT sum(octet_length(CAST(step.* AS text))) FROM jobs.step_execution AS step
                               JOIN jobs.job_execution AS execution
                                 ON execution.jobexecutionid = step.jobexecutionid
                              WHERE execution.jobinstanceid = aged.jobinstanceid), 0) AS bigint)""";

    public BatchRecords() {
        super(
                "batch-records",
                "What the batch runtime noted of each attempt at a run, from its end on",
                Lifetime.ofDays(7, 1, 365),
                new AgedRows("jobs.job_instance", "jobinstanceid", ENDED, IDLE, "false", SIZE, "CAST(NULL AS text)"));
    }
}
