package org.semblance.audit.batch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import org.semblance.audit.chain.TrailInspection;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.batch.JobDefinition;

/** {@code verify-audit}: for whom. */
@ApplicationScoped
public class VerifyAuditDefinition implements JobDefinition {
    private static final Set<String> PARAMETERS = Set.of("by");

    @Override
    public String job() {
        return TrailInspection.JOB;
    }

    @Override
    public Map<String, String> check(Map<String, String> parameters) {
        if (!parameters.keySet().equals(PARAMETERS)) {
            throw new InvalidInputException("parameters", job() + " needs the parameters " + PARAMETERS);
        }
        return parameters;
    }

    @Override
    public boolean isInternal() {
        return true;
    }
}
