package org.semblance.retention.batch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.semblance.jobs.JobParameter;
import org.semblance.platform.Permissions;
import org.semblance.platform.batch.JobDefinition;
import org.semblance.retention.ImageSweep;

/** {@code reconcile-images}: whether it only tells what it finds. */
@ApplicationScoped
public class ReconcileImagesDefinition implements JobDefinition {
    @Override
    public String job() {
        return ImageSweep.JOB;
    }

    @Override
    public List<JobParameter> parameters() {
        return List.of(JobParameter.optional("dry-run", JobParameter.Type.SWITCH, "false"));
    }

    @Override
    public Optional<String> exclusiveKey(Map<String, String> parameters) {
        return Optional.of(ImageSweep.JOB);
    }

    @Override
    public Set<String> permissions() {
        return Set.of(Permissions.RETENTION_MANAGE);
    }
}
