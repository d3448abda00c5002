package org.semblance.lookalike.batch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.semblance.jobs.JobParameter;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.batch.JobDefinition;

/** {@code precompute-similarities}: how many for each user, and whether to begin from nothing. */
@ApplicationScoped
public class PrecomputeSimilaritiesDefinition implements JobDefinition {
    private static final String JOB = "precompute-similarities";
    private static final int MOST = 1000;

    @Override
    public String job() {
        return JOB;
    }

    @Override
    public List<JobParameter> parameters() {
        return List.of(
                JobParameter.optional("top", JobParameter.Type.NUMBER, "50"),
                JobParameter.optional("full", JobParameter.Type.SWITCH, "false"));
    }

    @Override
    public void check(Map<String, String> parameters) {
        int top = Integer.parseInt(parameters.getOrDefault("top", "50"));
        if (top < 1 || top > MOST) {
            throw new InvalidInputException("top", "top lies between 1 and " + MOST + ", not " + top);
        }
    }

    @Override
    public Optional<String> exclusiveKey(Map<String, String> parameters) {
        return Optional.of(JOB);
    }
}
