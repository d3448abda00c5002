package org.semblance.retention.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.semblance.jobs.JobParameter;
import org.semblance.lifetime.RetentionKinds;
import org.semblance.platform.Permissions;
import org.semblance.platform.batch.JobDefinition;
import org.semblance.retention.RetentionPurge;

/** {@code retention-purge}: what of, and whether it only counts. */
@ApplicationScoped
public class RetentionPurgeDefinition implements JobDefinition {
    private final RetentionKinds kinds;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected RetentionPurgeDefinition() {
        this(null);
    }

    @Inject
    public RetentionPurgeDefinition(RetentionKinds kinds) {
        this.kinds = kinds;
    }

    @Override
    public String job() {
        return RetentionPurge.JOB;
    }

    @Override
    public List<JobParameter> parameters() {
        return List.of(
                JobParameter.optional("kinds", JobParameter.Type.TEXT, KindNames.ALL),
                JobParameter.optional("dry-run", JobParameter.Type.SWITCH, "false"));
    }

    @Override
    public void check(Map<String, String> parameters) {
        KindNames.of(parameters.getOrDefault("kinds", KindNames.ALL)).forEach(kinds::require);
    }

    @Override
    public Optional<String> exclusiveKey(Map<String, String> parameters) {
        return Optional.of(RetentionPurge.JOB);
    }

    @Override
    public Set<String> permissions() {
        return Set.of(Permissions.RETENTION_MANAGE);
    }
}
