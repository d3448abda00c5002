package org.semblance.jobs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a job can be told when it is started; enough for a form.
 *
 * @param standard what it is when nothing is said; null when it must be said or may stay away
 * @param choices what it can be, for {@link Type#CHOICE}
 */
public record JobParameter(
        String name,
        Type type,
        boolean isRequired,
        @Nullable String standard,
        List<String> choices) {
    /** What sort of text it is. */
    public enum Type {
        TEXT,
        NUMBER,
        SWITCH,
        CHOICE,
        /** The name of a gallery. */
        GALLERY,
        /** A folder or file below the import folder. */
        FILE
    }

    public JobParameter {
        choices = List.copyOf(choices);
    }

    public static JobParameter required(String name, Type type) {
        return new JobParameter(name, type, true, null, List.of());
    }

    public static JobParameter optional(String name, Type type) {
        return new JobParameter(name, type, false, null, List.of());
    }

    public static JobParameter optional(String name, Type type, String standard) {
        return new JobParameter(name, type, false, standard, List.of());
    }

    /** One of some; the first is the standard. */
    public static JobParameter choice(String name, String... choices) {
        return new JobParameter(name, Type.CHOICE, false, choices[0], List.of(choices));
    }
}
