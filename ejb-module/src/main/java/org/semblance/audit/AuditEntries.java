package org.semblance.audit;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads the trail, newest first: what a page costs does not depend on how long the trail is. */
@Stateless
@PermitAll
public class AuditEntries {
    private static final String SELECT = "SELECT " + AuditEntry.COLUMNS + " FROM audit_entry e WHERE ";
    /** Before the first moment and after the last that the table can hold; bounds let the database skip months. */
    private static final Instant EVER = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public AuditEntries() {}

    AuditEntries(DataSource database) {
        this.database = database;
    }

    /** A place in the trail: an entry's time and number. */
    public record Place(Instant occurredAt, long id) {
        public static Place of(AuditEntry entry) {
            return new Place(entry.occurredAt(), entry.id());
        }
    }

    public Optional<AuditEntry> find(long id) {
        return list(SELECT + "e.id = ? LIMIT 1", List.of(id)).stream().findFirst();
    }

    /** The next entries before a place, or the newest. */
    public List<AuditEntry> list(AuditQuery query, @Nullable Place before, int limit) {
        var sql = new StringBuilder(SELECT).append("e.occurred_at >= ? AND e.occurred_at < ?");
        List<Object> values = new ArrayList<>();
        values.add(Timestamp.from(query.from() == null ? EVER : query.from()));
        values.add(Timestamp.from(query.to() == null ? NEVER : query.to()));
        add(sql, values, "actor", query.actor());
        add(sql, values, "action", query.action());
        add(sql, values, "subject_type", query.subjectType());
        add(sql, values, "subject_id", query.subjectId());
        add(sql, values, "client_address", query.clientAddress());
        add(sql, values, "request_id", query.requestId());
        add(sql, values, "outcome", query.outcome());
        if ("refused".equals(query.outcome())) {
            // As the index of the few refusals is declared.
            sql.append(" AND e.outcome <> 'success'");
        }
        if (before != null) {
            sql.append(" AND e.occurred_at <= ? AND (e.occurred_at, e.id) < (?, ?)");
            values.add(Timestamp.from(before.occurredAt()));
            values.add(Timestamp.from(before.occurredAt()));
            values.add(before.id());
        }
        values.add(limit);
        return list(
                sql.append(" ORDER BY e.occurred_at DESC, e.id DESC LIMIT ?").toString(), values);
    }

    private static void add(StringBuilder sql, List<Object> values, String column, @Nullable String value) {
        if (value != null) {
            sql.append(" AND e.").append(column).append(" = ?");
            values.add(value);
        }
    }

    private List<AuditEntry> list(String sql, List<Object> values) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                query.setObject(i + 1, values.get(i));
            }
            var entries = new ArrayList<AuditEntry>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    entries.add(AuditEntry.read(rows));
                }
            }
            return entries;
        } catch (SQLException e) {
            throw new IllegalStateException("The audit trail cannot be read", e);
        }
    }
}
