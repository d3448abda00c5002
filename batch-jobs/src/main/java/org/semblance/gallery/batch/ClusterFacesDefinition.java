package org.semblance.gallery.batch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import org.semblance.gallery.cluster.ClusterWork;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.batch.JobDefinition;

/** {@code cluster-faces}: which run. */
@ApplicationScoped
public class ClusterFacesDefinition implements JobDefinition {
    private static final Set<String> PARAMETERS = Set.of("run");

    @Override
    public String job() {
        return ClusterWork.JOB;
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
