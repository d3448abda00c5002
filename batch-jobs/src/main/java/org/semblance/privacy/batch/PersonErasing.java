package org.semblance.privacy.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.semblance.platform.batch.CurrentRun;
import org.semblance.privacy.erasure.ErasureId;
import org.semblance.privacy.erasure.PersonEraser;

/** Does one erasure, as far as it has not been done. */
@Named
@Dependent
public class PersonErasing extends AbstractBatchlet {
    private final PersonEraser eraser;
    private final JobContext job;

    @Inject
    @BatchProperty
    private String erasure;

    @Inject
    @SuppressWarnings("NullAway") // batch properties are injected after construction
    public PersonErasing(PersonEraser eraser, JobContext job) {
        this.eraser = eraser;
        this.job = job;
    }

    /** The state of the erasure is the exit status of the step. */
    @Override
    public String process() {
        var id = new ErasureId(Long.parseLong(erasure));
        return eraser.erase(id, CurrentRun.of(job)).name();
    }
}
