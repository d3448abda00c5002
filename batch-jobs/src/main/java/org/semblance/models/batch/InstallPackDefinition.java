package org.semblance.models.batch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import org.semblance.models.PackService;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.batch.JobDefinition;

/** {@code install-model-pack}: which pack, for whom, and whether they accept its licence. */
@ApplicationScoped
public class InstallPackDefinition implements JobDefinition {
    private static final Set<String> PARAMETERS = Set.of("source", "by", "accept-licence");

    @Override
    public String job() {
        return PackService.INSTALL_JOB;
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
