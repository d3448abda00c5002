package org.semblance.ear;

import java.sql.SQLException;
import org.semblance.database.MigratedDatabase;

/** Runs of jobs that ended as the test wishes. */
final class MadeUpJobs {
    private static final String FAILED = """
            INSERT INTO semblance.job_run (job, state, requested_by, requested_by_kind, message, ended_at)
            VALUES ('enroll-persons', 'failed', 'admin', 'user', 'The folder is gone', now()) RETURNING id
            """;

    private MadeUpJobs() {}

    /** One that failed just now, told to everybody who listens. */
    static long failed() {
        try (var connection = TestServer.get()
                        .database()
                        .as(MigratedDatabase.Role.APP)
                        .getConnection();
                var statement = connection.createStatement()) {
            try (var row = statement.executeQuery(FAILED)) {
                row.next();
                long id = row.getLong(1);
                statement.execute("SELECT pg_notify('job_run', '" + id + "')");
                return id;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
