package org.semblance.gallery.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.semblance.gallery.cluster.ClusterRunId;
import org.semblance.gallery.cluster.ClusterRuns;
import org.semblance.platform.batch.CurrentRun;

/** Lets the run tell how the job that does it goes. */
@Named
@Dependent
public class ClusterRunListener extends AbstractJobListener {
    private final ClusterRuns runs;
    private final JobContext job;

    @Inject
    @BatchProperty
    private String run;

    @Inject
    @SuppressWarnings("NullAway") // batch properties are injected after construction
    public ClusterRunListener(ClusterRuns runs, JobContext job) {
        this.runs = runs;
        this.job = job;
    }

    /** Goes on with a run that was stopped; not beside another one of the same gallery. */
    @Override
    public void beforeJob() {
        if (!runs.resume(ClusterRunId.of(run), CurrentRun.of(job))) {
            String problem = "Run " + run + " is over, or its gallery is being clustered by another one";
            job.setExitStatus(problem);
            throw new IllegalStateException(problem);
        }
    }

    /** A run that is complete by now stays so. */
    @Override
    public void afterJob() {
        runs.fail(
                ClusterRunId.of(run),
                "Job run " + CurrentRun.of(job) + " was stopped or failed; restart it, or cluster again");
    }
}
