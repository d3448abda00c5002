package org.semblance.platform.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.audit.Actor;
import org.semblance.jobs.JobKind;
import org.semblance.jobs.JobParameter;
import org.semblance.jobs.JobRequest;
import org.semblance.jobs.QueuedRun;
import org.semblance.jobs.UnknownJobException;
import org.semblance.platform.InvalidInputException;

/** Every job there is. */
@ApplicationScoped
public class JobDefinitions {
    /** Says which run's refused items to do again. */
    static final String RETRY_OF = "retry-of";

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
                .orElseThrow(() -> new UnknownJobException(
                        job, kinds().stream().map(JobKind::job).toList()));
    }

    /** Whatever a person may start. */
    List<JobKind> kinds() {
        return definitions.stream()
                .filter(definition -> !definition.isInternal())
                .map(definition -> new JobKind(
                        definition.job(), definition.parameters(), definition.retriesItems(), definition.permissions()))
                .sorted(Comparator.comparing(JobKind::job))
                .toList();
    }

    /** The run that is asked for, with everything checked and what was left out filled in. */
    QueuedRun prepare(JobRequest request, Actor actor) {
        var definition = require(request.job());
        Map<String, String> parameters = complete(definition, request.parameters());
        definition.check(parameters);
        return new QueuedRun(
                definition.job(),
                parameters,
                definition.exclusiveKey(parameters).orElse(null),
                actor);
    }

    private static Map<String, String> complete(JobDefinition definition, Map<String, String> given) {
        var unknown = new HashSet<>(given.keySet());
        var complete = new HashMap<String, String>();
        for (JobParameter parameter : definition.parameters()) {
            unknown.remove(parameter.name());
            String value = value(definition.job(), parameter, given.get(parameter.name()));
            if (value != null) {
                complete.put(parameter.name(), value);
            }
        }
        if (definition.retriesItems() && unknown.remove(RETRY_OF)) {
            complete.put(RETRY_OF, given.get(RETRY_OF));
        }
        for (String name : unknown) {
            throw new InvalidInputException(name, definition.job() + " knows no parameter '" + name + "'");
        }
        return complete;
    }

    private static @Nullable String value(String job, JobParameter parameter, @Nullable String given) {
        String value = given == null || given.isBlank() ? parameter.standard() : given.strip();
        if (value == null) {
            if (parameter.isRequired()) {
                throw new InvalidInputException(
                        parameter.name(), job + " needs the parameter '" + parameter.name() + "'");
            }
            return null;
        }
        boolean isRight =
                switch (parameter.type()) {
                    case NUMBER -> value.matches("\\d{1,9}");
                    case SWITCH -> value.equals("true") || value.equals("false");
                    case CHOICE -> parameter.choices().contains(value);
                    default -> true;
                };
        if (!isRight) {
            throw new InvalidInputException(parameter.name(), wanted(job, parameter) + ", not '" + value + "'");
        }
        return value;
    }

    private static String wanted(String job, JobParameter parameter) {
        String name = "The parameter '" + parameter.name() + "' of " + job + " is ";
        return switch (parameter.type()) {
            case NUMBER -> name + "a whole number";
            case SWITCH -> name + "true or false";
            default -> name + "one of " + String.join(", ", parameter.choices());
        };
    }
}
