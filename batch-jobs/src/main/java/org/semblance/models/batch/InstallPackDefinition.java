package org.semblance.models.batch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.semblance.jobs.JobParameter;
import org.semblance.models.PackService;
import org.semblance.platform.batch.JobDefinition;

/** {@code install-model-pack}: which pack, for whom, and whether they accept its licence. */
@ApplicationScoped
public class InstallPackDefinition implements JobDefinition {
    @Override
    public String job() {
        return PackService.INSTALL_JOB;
    }

    @Override
    public List<JobParameter> parameters() {
        return List.of(
                JobParameter.required("source", JobParameter.Type.TEXT),
                JobParameter.required("by", JobParameter.Type.TEXT),
                JobParameter.required("accept-licence", JobParameter.Type.TEXT));
    }

    @Override
    public boolean isInternal() {
        return true;
    }
}
