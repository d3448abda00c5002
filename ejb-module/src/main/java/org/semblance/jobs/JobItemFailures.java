package org.semblance.jobs;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.semblance.platform.Page;
import org.semblance.platform.Problem;
import org.semblance.platform.Statements;

/** What jobs refused, one row an item, written in the chunk's transaction. */
@Stateless
@PermitAll
public class JobItemFailures {
    private static final String ADD =
            "INSERT INTO job_item_failure (run_id, item, reason_code, message) VALUES (?, ?, ?, ?)";
    private static final String ITEMS = "SELECT item FROM job_item_failure WHERE run_id = ?";
    private static final String LIST = """
            SELECT id, item, reason_code, message
              FROM job_item_failure
             WHERE run_id = ? AND id > ?
             ORDER BY id
             LIMIT ?
            """;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public JobItemFailures() {}

    /** Outside the container. */
    public JobItemFailures(DataSource database) {
        this.database = database;
    }

    public void add(JobRunId run, String item, Problem refusal) {
        try (var connection = database.getConnection();
                var add = connection.prepareStatement(ADD)) {
            add.setLong(1, run.value());
            add.setString(2, item);
            add.setString(3, refusal.code());
            add.setString(4, refusal.getMessage());
            add.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("A refused item of job run " + run + " could not be noted", e);
        }
    }

    /** All that a run refused, for a run that does just those again. */
    public Set<String> items(JobRunId run) {
        return new HashSet<>(new Statements(database).list(ITEMS, row -> row.getString(1), run.value()));
    }

    public Page<JobItemFailure> list(JobRunId run, long after, int limit) {
        try (var connection = database.getConnection();
                var list = connection.prepareStatement(LIST)) {
            list.setLong(1, run.value());
            list.setLong(2, after);
            list.setInt(3, Page.fetchSize(limit));
            List<JobItemFailure> rows = new ArrayList<>();
            try (var result = list.executeQuery()) {
                while (result.next()) {
                    rows.add(new JobItemFailure(
                            result.getLong(1), result.getString(2), result.getString(3), result.getString(4)));
                }
            }
            return Page.of(rows, limit, JobItemFailure::id);
        } catch (SQLException e) {
            throw new IllegalStateException("The refused items of job run " + run + " could not be read", e);
        }
    }
}
