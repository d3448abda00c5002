package org.semblance.gallery.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.semblance.gallery.cluster.ClusterWork;
import org.semblance.jobs.JobParameter;
import org.semblance.jobs.JobSettings;
import org.semblance.platform.batch.JobDefinition;

/** {@code cluster-faces}: which run, and in how many parts faces are compared. */
@ApplicationScoped
public class ClusterFacesDefinition implements JobDefinition {
    private final JobSettings settings;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ClusterFacesDefinition() {
        this(null);
    }

    @Inject
    public ClusterFacesDefinition(JobSettings settings) {
        this.settings = settings;
    }

    @Override
    public String job() {
        return ClusterWork.JOB;
    }

    @Override
    public List<JobParameter> parameters() {
        return List.of(
                JobParameter.required("run", JobParameter.Type.TEXT),
                JobParameter.optional("parts", JobParameter.Type.NUMBER, Integer.toString(settings.parts())));
    }

    @Override
    public boolean isInternal() {
        return true;
    }
}
