package org.semblance.privacy.batch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.semblance.jobs.JobParameter;
import org.semblance.platform.batch.JobDefinition;
import org.semblance.privacy.erasure.PersonEraser;

/** {@code erase-person}: which erasure, and nothing of the person. */
@ApplicationScoped
public class ErasePersonDefinition implements JobDefinition {
    @Override
    public String job() {
        return PersonEraser.JOB;
    }

    @Override
    public List<JobParameter> parameters() {
        return List.of(JobParameter.required("erasure", JobParameter.Type.TEXT));
    }

    @Override
    public boolean isInternal() {
        return true;
    }
}
