package org.semblance.audit.chain;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.semblance.audit.AuditEntry;

/** Reads the chains page by page, each page in a transaction of its own. */
@Stateless
@PermitAll
public class Chains {
    private static final String LENGTHS = "SELECT month, max(position) FROM audit_seal GROUP BY month ORDER BY month";
    private static final String SETTLED = "SELECT coalesce(max(settled_to), 0) FROM audit_seal";
    private static final String PAGE = """
            SELECT s.month, s.position, s.entry_id, s.occurred_at AS sealed_time, s.entry_digest, s.settled_to, s.sealed_at,
                   s.key_name, s.seal,
            """ + AuditEntry.COLUMNS + """
              FROM (SELECT * FROM audit_seal WHERE month = ? AND position > ? ORDER BY position LIMIT ?) s
              LEFT JOIN audit_entry e ON e.id = s.entry_id AND e.occurred_at = s.occurred_at
             ORDER BY s.position
            """;
    private static final String ELSEWHEN = "SELECT FROM audit_entry WHERE id = ? AND occurred_at <> ?";
    private static final String UNSEALED = """
            SELECT e.id, e.occurred_at
              FROM audit_entry e
             WHERE e.id > ? AND e.id <= ?
               AND NOT EXISTS (SELECT FROM audit_seal s WHERE s.entry_id = e.id AND s.occurred_at = e.occurred_at)
             ORDER BY e.id
            """;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public Chains() {}

    Chains(DataSource database) {
        this.database = database;
    }

    /** An entry that no seal knows. */
    record Unsealed(long id, LocalDate month) {}

    /** How long the chain of each month is. */
    public List<Anchor> lengths() {
        return list(LENGTHS, row -> new Anchor(row.getDate(1).toLocalDate(), row.getLong(2), Sum.NOTHING));
    }

    /** Entries up to this number were sealed or will never exist, as the seals themselves say. */
    public long settledTo() {
        return list(SETTLED, row -> row.getLong(1)).get(0);
    }

    public List<SealedEntry> page(LocalDate month, long after, int limit) {
        return list(PAGE, Chains::sealed, Date.valueOf(month), after, limit);
    }

    /** Whether an entry is there under its number, but with another time than it was sealed with. */
    public boolean hasOtherTime(SealedEntry lost) {
        return !list(
                        ELSEWHEN,
                        row -> true,
                        lost.link().entryId(),
                        Timestamp.from(lost.link().occurredAt()))
                .isEmpty();
    }

    /** Entries with numbers in a range that no seal knows. */
    public List<Unsealed> unsealed(long after, long to) {
        return list(
                UNSEALED,
                row -> new Unsealed(
                        row.getLong(1),
                        row.getTimestamp(2)
                                .toInstant()
                                .atZone(ZoneOffset.UTC)
                                .toLocalDate()
                                .withDayOfMonth(1)),
                after,
                to);
    }

    private static SealedEntry sealed(ResultSet row) throws SQLException {
        var link = new Link(
                row.getDate("month").toLocalDate(),
                row.getLong("position"),
                row.getLong("entry_id"),
                row.getTimestamp("sealed_time").toInstant(),
                Sum.of(row.getBytes("entry_digest")),
                row.getLong("settled_to"),
                row.getTimestamp("sealed_at").toInstant(),
                row.getString("key_name"));
        boolean isThere = row.getObject("id") != null;
        return new SealedEntry(
                link, Sum.of(row.getBytes("seal")), isThere ? Optional.of(AuditEntry.read(row)) : Optional.empty());
    }

    private <T> List<T> list(String sql, Reading<T> reading, Object... parameters) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setObject(i + 1, parameters[i]);
            }
            var found = new ArrayList<T>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(reading.read(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("The chains of the audit trail cannot be read", e);
        }
    }

    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }
}
