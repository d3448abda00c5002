package org.semblance.audit.batch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.semblance.audit.chain.TrailInspection;
import org.semblance.jobs.JobParameter;
import org.semblance.platform.Permissions;
import org.semblance.platform.batch.JobDefinition;

/** {@code verify-audit}: for whom. */
@ApplicationScoped
public class VerifyAuditDefinition implements JobDefinition {
    @Override
    public String job() {
        return TrailInspection.JOB;
    }

    @Override
    public List<JobParameter> parameters() {
        return List.of(JobParameter.optional("by", JobParameter.Type.TEXT, "semblance"));
    }

    @Override
    public Set<String> permissions() {
        return Set.of(Permissions.AUDIT_READ);
    }
}
