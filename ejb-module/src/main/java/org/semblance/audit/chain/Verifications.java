package org.semblance.audit.chain;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.semblance.audit.chain.Finding.Kind;

/** What verifications found. */
@Stateless
@PermitAll
public class Verifications {
    private static final String ADD = """
            INSERT INTO audit_verification (started_at, ended_at, started_by, entries, findings)
            VALUES (?, ?, ?, ?, ?) RETURNING id
            """;
    private static final String ADD_FINDING = """
            INSERT INTO audit_finding (verification_id, kind, month, position, entry_id, message) VALUES (?, ?, ?, ?, ?, ?)
            """;
    private static final String LATEST = """
            SELECT id, started_at, ended_at, started_by, entries FROM audit_verification ORDER BY ended_at DESC LIMIT ?
            """;
    private static final String FINDINGS = """
            SELECT kind, month, position, entry_id, message FROM audit_finding WHERE verification_id = ? ORDER BY id
            """;
    private static final String MAKE_PARTITIONS = "SELECT semblance.make_audit_partitions(?)";

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public Verifications() {}

    Verifications(DataSource database) {
        this.database = database;
    }

    /** Keeps a verification; its id is given here. */
    public Verification add(Verification done) {
        try (var connection = database.getConnection();
                var add = connection.prepareStatement(ADD)) {
            add.setTimestamp(1, Timestamp.from(done.startedAt()));
            add.setTimestamp(2, Timestamp.from(done.endedAt()));
            add.setString(3, done.startedBy());
            add.setLong(4, done.entries());
            add.setInt(5, done.findings().size());
            try (var row = add.executeQuery()) {
                row.next();
                long id = row.getLong(1);
                addFindings(connection, id, done.findings());
                return new Verification(
                        id, done.startedAt(), done.endedAt(), done.startedBy(), done.entries(), done.findings());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("What the verification found could not be kept", e);
        }
    }

    private static void addFindings(Connection connection, long id, List<Finding> findings) throws SQLException {
        try (var add = connection.prepareStatement(ADD_FINDING)) {
            for (Finding finding : findings) {
                add.setLong(1, id);
                add.setString(2, finding.kind().code());
                add.setDate(3, Date.valueOf(finding.month()));
                add.setObject(4, finding.position(), Types.BIGINT);
                add.setObject(5, finding.entryId(), Types.BIGINT);
                add.setString(6, finding.message());
                add.addBatch();
            }
            add.executeBatch();
        }
    }

    /** The latest, newest first. */
    public List<Verification> latest(int limit) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(LATEST)) {
            query.setInt(1, limit);
            var found = new ArrayList<Verification>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(new Verification(
                            rows.getLong(1),
                            rows.getTimestamp(2).toInstant(),
                            rows.getTimestamp(3).toInstant(),
                            rows.getString(4),
                            rows.getLong(5),
                            findings(connection, rows.getLong(1))));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("The verifications of the audit trail cannot be read", e);
        }
    }

    private static List<Finding> findings(Connection connection, long id) throws SQLException {
        try (var query = connection.prepareStatement(FINDINGS)) {
            query.setLong(1, id);
            var found = new ArrayList<Finding>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(new Finding(
                            Kind.of(rows.getString(1)),
                            rows.getDate(2).toLocalDate(),
                            (Long) rows.getObject(3),
                            (Long) rows.getObject(4),
                            rows.getString(5)));
                }
            }
            return found;
        }
    }

    /** Makes the partitions of this month and of some after it. */
    public void makePartitions(int monthsAhead) {
        try (var connection = database.getConnection();
                var make = connection.prepareStatement(MAKE_PARTITIONS)) {
            make.setInt(1, monthsAhead);
            make.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("The audit trail's partitions of the next months could not be made", e);
        }
    }
}
