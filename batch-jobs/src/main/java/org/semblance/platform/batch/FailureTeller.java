package org.semblance.platform.batch;

import jakarta.batch.api.listener.AbstractStepListener;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.semblance.platform.Outage;
import org.semblance.platform.Problem;

/** Says why a run has failed where people can be told: a gallery that was deleted meanwhile, for example. */
@Named
@Dependent
public class FailureTeller extends AbstractStepListener {
    private final JobContext job;
    private final StepContext step;

    @Inject
    public FailureTeller(JobContext job, StepContext step) {
        this.job = job;
        this.step = step;
    }

    /** What the step itself has said stays; what is nobody's to know only the log says. */
    @Override
    public void afterStep() {
        if (step.getBatchStatus() == BatchStatus.FAILED && job.getExitStatus() == null) {
            problem(step.getException()).map(Problem::getMessage).ifPresent(job::setExitStatus);
        }
    }

    private static Optional<Problem> problem(Throwable failure) {
        return Outage.causes(failure)
                .filter(Problem.class::isInstance)
                .map(Problem.class::cast)
                .findFirst();
    }
}
