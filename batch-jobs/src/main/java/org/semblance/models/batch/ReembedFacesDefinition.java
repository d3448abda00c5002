package org.semblance.models.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.semblance.jobs.JobParameter;
import org.semblance.jobs.JobSettings;
import org.semblance.models.Reembedding;
import org.semblance.platform.batch.JobDefinition;

/** {@code reembed-faces}: by the embedder of which pack, and in how many parts. */
@ApplicationScoped
public class ReembedFacesDefinition implements JobDefinition {
    private final JobSettings settings;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ReembedFacesDefinition() {
        this(null);
    }

    @Inject
    public ReembedFacesDefinition(JobSettings settings) {
        this.settings = settings;
    }

    @Override
    public String job() {
        return Reembedding.JOB;
    }

    @Override
    public List<JobParameter> parameters() {
        return List.of(
                JobParameter.required("pack", JobParameter.Type.TEXT),
                JobParameter.required("model", JobParameter.Type.TEXT),
                JobParameter.optional("parts", JobParameter.Type.NUMBER, Integer.toString(settings.parts())));
    }

    @Override
    public boolean isInternal() {
        return true;
    }
}
