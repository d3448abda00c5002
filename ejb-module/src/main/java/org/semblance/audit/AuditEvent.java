package org.semblance.audit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody did, about to be recorded. What is recorded stays for years and cannot be erased: no name or
 * other trait of an enrolled person belongs here, and no face, embedding or secret.
 *
 * @param action dotted name of what was done, such as {@code person.enrolled}
 * @param subjectType what it was done to: {@code person}, {@code gallery}, {@code user} ...
 * @param subjectId the subject's id or name
 * @param outcome whether it came to pass
 * @param details further facts
 * @param changes the fields that changed
 */
public record AuditEvent(
        String action,
        String subjectType,
        String subjectId,
        Outcome outcome,
        Map<String, Object> details,
        Map<String, Change> changes) {
    /** Fields of such names are never written down, whatever their values. */
    private static final Pattern SECRET =
            Pattern.compile(".*(password|secret|token|hash|embedding|vector|image|key).*");

    /** Whether the action came to pass. */
    public enum Outcome {
        SUCCESS,
        REFUSED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A field's values.
     *
     * @param isSeen whether the values may be written down; otherwise only that they changed
     */
    public record Change(
            boolean isSeen,
            @Nullable Object before,
            @Nullable Object after) {}

    public AuditEvent {
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
        changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
    }

    public static AuditEvent success(String action, String subjectType, Object subjectId) {
        return new AuditEvent(action, subjectType, subjectId.toString(), Outcome.SUCCESS, Map.of(), Map.of());
    }

    public static AuditEvent refused(String action, String subjectType, Object subjectId) {
        return new AuditEvent(action, subjectType, subjectId.toString(), Outcome.REFUSED, Map.of(), Map.of());
    }

    /** The same event with one more fact: a number, a text or a truth value. */
    public AuditEvent with(String name, Object value) {
        var more = new LinkedHashMap<>(details);
        more.put(name, value);
        return new AuditEvent(action, subjectType, subjectId, outcome, more, changes);
    }

    /** The same event with the values of a field before and after, unless they are the same. */
    public AuditEvent changed(String field, @Nullable Object before, @Nullable Object after) {
        if (Objects.equals(before, after)) {
            return this;
        }
        return SECRET.matcher(field.toLowerCase(Locale.ROOT)).matches()
                ? changedUnseen(field)
                : with(field, new Change(true, before, after));
    }

    /** The same event with a field that changed, but whose values are personal or secret, and so not written down. */
    public AuditEvent changedUnseen(String field) {
        return with(field, new Change(false, null, null));
    }

    private AuditEvent with(String field, Change change) {
        var more = new LinkedHashMap<>(changes);
        more.put(field, change);
        return new AuditEvent(action, subjectType, subjectId, outcome, details, more);
    }
}
