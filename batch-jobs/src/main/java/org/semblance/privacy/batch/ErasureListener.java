package org.semblance.privacy.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.semblance.platform.batch.CurrentRun;
import org.semblance.privacy.erasure.ErasureId;
import org.semblance.privacy.erasure.ErasureProgress;

/** Lets the erasure tell when the job that does it has not brought it to an end. */
@Named
@Dependent
public class ErasureListener extends AbstractJobListener {
    private final ErasureProgress progress;
    private final JobContext job;

    @Inject
    @BatchProperty
    private String erasure;

    @Inject
    @SuppressWarnings("NullAway") // batch properties are injected after construction
    public ErasureListener(ErasureProgress progress, JobContext job) {
        this.progress = progress;
        this.job = job;
    }

    /** One that is done, held or somebody else's by now stays so. */
    @Override
    public void afterJob() {
        progress.fail(
                new ErasureId(Long.parseLong(erasure)),
                CurrentRun.of(job),
                "Job run " + CurrentRun.of(job)
                        + " was stopped or failed, the server's log says why; retry the erasure to go on");
    }
}
