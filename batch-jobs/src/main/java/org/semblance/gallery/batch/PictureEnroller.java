package org.semblance.gallery.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.semblance.audit.Actor;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.JobEnrolment;
import org.semblance.jobs.JobExecutionId;
import org.semblance.jobs.JobItemFailures;
import org.semblance.platform.Problem;
import org.semblance.platform.batch.Progress;

/** Enrolls what was examined and notes what was refused, all of a chunk or none of it. */
@Named
@Dependent
public class PictureEnroller extends AbstractItemWriter {
    private final JobEnrolment enrolment;
    private final JobItemFailures failures;
    private final JobContext job;
    private final StepContext step;

    @Inject
    @BatchProperty
    private String gallery;

    @Inject
    @SuppressWarnings("NullAway") // batch properties are injected after construction
    public PictureEnroller(JobEnrolment enrolment, JobItemFailures failures, JobContext job, StepContext step) {
        this.enrolment = enrolment;
        this.failures = failures;
        this.job = job;
        this.step = step;
    }

    @Override
    public void writeItems(List<Object> items) {
        Progress progress = (Progress) step.getPersistentUserData();
        for (Object item : items) {
            progress = progress.plus(write((ExaminedPicture) item));
        }
        step.setPersistentUserData(progress);
    }

    /** Whether the picture was accepted. */
    private boolean write(ExaminedPicture examined) {
        PersonPicture picture = examined.picture();
        Problem refusal = examined.refusal();
        if (refusal != null) {
            failures.add(new JobExecutionId(job.getExecutionId()), picture.relativePath(), refusal);
            return false;
        }
        var candidate = Objects.requireNonNull(examined.candidate());
        enrolment.enroll(new GalleryName(gallery), picture.person(), candidate, Actor.job(job.getJobName()));
        return true;
    }
}
