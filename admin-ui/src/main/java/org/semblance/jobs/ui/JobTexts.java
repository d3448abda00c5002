package org.semblance.jobs.ui;

import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.semblance.jobs.JobState;
import org.semblance.platform.ui.Badge;

/** What jobs, their parameters and their states are called in the user's language. */
final class JobTexts {
    private static final String NAME = "jobs.name.";
    private static final String FIELD = "jobs.field.";
    private static final String PROBLEM = "problem.";

    private JobTexts() {}

    /** A job's name; its id when the texts do not know it. */
    static String name(String job) {
        return text(NAME + job).orElse(job);
    }

    /** What a job does, in a sentence. */
    static Optional<String> explanation(String job) {
        return text(NAME + job + ".text");
    }

    static String field(String parameter) {
        return text(FIELD + parameter).orElse(parameter);
    }

    static Optional<String> help(String parameter) {
        return text(FIELD + parameter + ".help");
    }

    static String choice(String value) {
        return text("jobs.choice." + value).orElse(value);
    }

    /** What a run counted, such as persons-created. */
    static String count(String kind) {
        String refused = "refused.";
        if (kind.startsWith(refused)) {
            String reason =
                    text(PROBLEM + kind.substring(refused.length()), "…").orElse(kind);
            return text("jobs.refused-for").orElse(refused) + " " + reason;
        }
        return text("jobs.count." + kind).orElse(kind);
    }

    /** Why an item was refused: what the texts say of the problem, or else what the run said. */
    static String reason(String code, String message) {
        return text(PROBLEM + code, message).orElse(message);
    }

    /** What a run was told, on one line. */
    static String told(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(parameter -> field(parameter.getKey()) + ": " + value(parameter.getValue()))
                .collect(Collectors.joining(" · "));
    }

    static String value(String value) {
        return switch (value) {
            case "true", "false" -> text("jobs.value." + value).orElse(value);
            default -> kinds(value).orElseGet(() -> choice(value));
        };
    }

    /** What retention calls its kinds, where the value is a list of them. */
    private static Optional<String> kinds(String value) {
        List<Optional<String>> names = Stream.of(value.split(",", -1))
                .map(kind -> text("retention.kind." + kind))
                .toList();
        return names.stream().allMatch(Optional::isPresent)
                ? Optional.of(names.stream().flatMap(Optional::stream).collect(Collectors.joining(", ")))
                : Optional.empty();
    }

    static Badge badge(JobState state) {
        Badge.Tone tone =
                switch (state) {
                    case QUEUED, RUNNING -> Badge.Tone.ACTIVE;
                    case STOPPING, STOPPED -> Badge.Tone.WARNING;
                    case COMPLETED -> Badge.Tone.GOOD;
                    case FAILED -> Badge.Tone.BAD;
                    case ABANDONED -> Badge.Tone.NEUTRAL;
                };
        return new Badge(tone, UI.getCurrent().getTranslation("jobs.state." + state.code()));
    }

    private static Optional<String> text(String key, Object... parameters) {
        String text = UI.getCurrent().getTranslation(key, parameters);
        return text.equals(key) ? Optional.empty() : Optional.of(text);
    }
}
