package org.semblance.platform.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import org.semblance.jobs.UnknownJobException;

/** Every job there is. */
@ApplicationScoped
public class JobDefinitions {
    private final Instance<JobDefinition> definitions;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected JobDefinitions() {
        this(null);
    }

    @Inject
    public JobDefinitions(@Any Instance<JobDefinition> definitions) {
        this.definitions = definitions;
    }

    JobDefinition require(String job) {
        return definitions.stream()
                .filter(definition -> definition.job().equals(job))
                .findFirst()
                .orElseThrow(() -> new UnknownJobException(job, startable()));
    }

    /** Whatever a person may see runs of. */
    List<String> names() {
        return definitions.stream().map(JobDefinition::job).sorted().toList();
    }

    /** Whatever a person may start. */
    List<String> startable() {
        return definitions.stream()
                .filter(definition -> !definition.isInternal())
                .map(JobDefinition::job)
                .sorted()
                .toList();
    }
}
