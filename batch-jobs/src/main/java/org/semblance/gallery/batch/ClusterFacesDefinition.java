package org.semblance.gallery.batch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.semblance.gallery.cluster.ClusterWork;
import org.semblance.jobs.JobParameter;
import org.semblance.platform.batch.JobDefinition;

/** {@code cluster-faces}: which run. */
@ApplicationScoped
public class ClusterFacesDefinition implements JobDefinition {
    @Override
    public String job() {
        return ClusterWork.JOB;
    }

    @Override
    public List<JobParameter> parameters() {
        return List.of(JobParameter.required("run", JobParameter.Type.TEXT));
    }

    @Override
    public boolean isInternal() {
        return true;
    }
}
