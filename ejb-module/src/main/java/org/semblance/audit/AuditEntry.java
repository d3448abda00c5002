package org.semblance.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One row of the trail, as it was recorded.
 *
 * @param permission by which it was done, or for want of which it was refused
 * @param details further facts, as JSON
 * @param changes fields with their values before and after, as JSON
 */
public record AuditEntry(
        long id,
        Instant occurredAt,
        Actor actor,
        @Nullable String permission,
        String action,
        @Nullable String subjectType,
        @Nullable String subjectId,
        String outcome,
        @Nullable String clientAddress,
        @Nullable String userAgent,
        @Nullable String requestId,
        String details,
        String changes) {
    /** What a query selects for {@link #read}, from audit_entry under the name e. */
    public static final String COLUMNS = """
            e.id, e.occurred_at, e.actor_kind, e.actor, e.permission, e.action, e.subject_type, e.subject_id, e.outcome,
            e.client_address, e.user_agent, e.request_id, e.details::text AS details, e.changes::text AS changes
            """;

    public static AuditEntry read(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getTimestamp("occurred_at").toInstant(),
                new Actor(
                        Actor.Kind.valueOf(row.getString("actor_kind").toUpperCase(Locale.ROOT)),
                        row.getString("actor")),
                row.getString("permission"),
                row.getString("action"),
                row.getString("subject_type"),
                row.getString("subject_id"),
                row.getString("outcome"),
                row.getString("client_address"),
                row.getString("user_agent"),
                row.getString("request_id"),
                row.getString("details"),
                row.getString("changes"));
    }

    /** Every value besides the number and the time, in an order that never changes: seals are made of it. */
    public List<@Nullable String> values() {
        return Arrays.asList(
                actor.kind().code(),
                actor.name(),
                permission,
                action,
                subjectType,
                subjectId,
                outcome,
                clientAddress,
                userAgent,
                requestId,
                details,
                changes);
    }
}
