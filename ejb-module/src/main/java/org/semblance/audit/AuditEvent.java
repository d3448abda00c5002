package org.semblance.audit;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that somebody did, about to be recorded.
 *
 * @param action dotted name of what was done, such as {@code person.enrolled}
 * @param subjectType what it was done to: {@code person}, {@code gallery}, {@code user} ...
 * @param subjectId the subject's id or name
 * @param outcome whether it came to pass
 * @param details further facts; never a face, an embedding or a secret
 */
public record AuditEvent(
        String action, String subjectType, String subjectId, Outcome outcome, Map<String, Object> details) {

    /** Whether the action came to pass. */
    public enum Outcome {
        SUCCESS,
        REFUSED
    }

    public AuditEvent {
        details = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    public static AuditEvent success(String action, String subjectType, Object subjectId) {
        return new AuditEvent(action, subjectType, subjectId.toString(), Outcome.SUCCESS, Map.of());
    }

    public static AuditEvent refused(String action, String subjectType, Object subjectId) {
        return new AuditEvent(action, subjectType, subjectId.toString(), Outcome.REFUSED, Map.of());
    }

    /** The same event with one more fact: a number, a text or a truth value. */
    public AuditEvent with(String name, Object value) {
        var more = new LinkedHashMap<>(details);
        more.put(name, value);
        return new AuditEvent(action, subjectType, subjectId, outcome, more);
    }
}
