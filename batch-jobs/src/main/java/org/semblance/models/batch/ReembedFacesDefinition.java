package org.semblance.models.batch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.semblance.jobs.JobParameter;
import org.semblance.models.Reembedding;
import org.semblance.platform.batch.JobDefinition;

/** {@code reembed-faces}: by the embedder of which pack. */
@ApplicationScoped
public class ReembedFacesDefinition implements JobDefinition {
    @Override
    public String job() {
        return Reembedding.JOB;
    }

    @Override
    public List<JobParameter> parameters() {
        return List.of(
                JobParameter.required("pack", JobParameter.Type.TEXT),
                JobParameter.required("model", JobParameter.Type.TEXT));
    }

    @Override
    public boolean isInternal() {
        return true;
    }
}
