package org.semblance.models.batch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import org.semblance.models.Reembedding;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.batch.JobDefinition;

/** {@code reembed-faces}: by the embedder of which pack. */
@ApplicationScoped
public class ReembedFacesDefinition implements JobDefinition {
    private static final Set<String> PARAMETERS = Set.of("pack", "model");

    @Override
    public String job() {
        return Reembedding.JOB;
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
