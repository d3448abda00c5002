package org.semblance.privacy.batch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.batch.JobDefinition;
import org.semblance.privacy.erasure.PersonEraser;

/** {@code erase-person}: which erasure, and nothing of the person. */
@ApplicationScoped
public class ErasePersonDefinition implements JobDefinition {
    private static final Set<String> PARAMETERS = Set.of("erasure");

    @Override
    public String job() {
        return PersonEraser.JOB;
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
