package org.semblance.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.InvalidInputException;

/**
 * Which entries are wanted; what is null is not asked for.
 *
 * @param from the first moment
 * @param to the moment after the last
 */
public record AuditQuery(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String actor,
        @Nullable String action,
        @Nullable String subjectType,
        @Nullable String subjectId,
        @Nullable String outcome,
        @Nullable String clientAddress,
        @Nullable String requestId) {
    public static final AuditQuery ALL = new AuditQuery(null, null, null, null, null, null, null, null, null);

    public AuditQuery {
        if (from != null && to != null && !from.isBefore(to)) {
            throw new InvalidInputException("to", "to lies after from");
        }
        if (subjectId != null && subjectType == null) {
            throw new InvalidInputException("object_type", "Say of which type the object is, besides its id");
        }
        if (outcome != null && !outcome.equals("success") && !outcome.equals("refused")) {
            throw new InvalidInputException("outcome", "outcome is success or refused");
        }
    }

    /** The same, but nothing from that moment on. */
    AuditQuery before(Instant end) {
        return to != null && to.isBefore(end)
                ? this
                : new AuditQuery(from, end, actor, action, subjectType, subjectId, outcome, clientAddress, requestId);
    }
}
