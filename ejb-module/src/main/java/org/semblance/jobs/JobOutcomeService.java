package org.semblance.jobs;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import javax.sql.DataSource;
import org.semblance.platform.Permissions;
import org.semblance.platform.Statements;

/** Counts how runs of jobs stand. */
@Stateless
public class JobOutcomeService {
    private static final String COUNT = """
            SELECT state, count(*) FROM semblance.job_run WHERE ended_at IS NULL OR ended_at >= ? GROUP BY state
            """;
    private static final String FAILED = "SELECT count(*) FROM semblance.job_run WHERE state = 'failed'";

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public JobOutcomeService() {}

    JobOutcomeService(DataSource database) {
        this.database = database;
    }

    /** Runs that have not ended, and those that ended since then; states without any are left out. */
    @RolesAllowed(Permissions.JOB_READ)
    public Map<JobState, Long> count(Instant since) {
        Map<JobState, Long> counts = new EnumMap<>(JobState.class);
        new Statements(database).list(COUNT, row -> counts.put(state(row), row.getLong(2)), since);
        return counts;
    }

    /** Runs that failed, and that nobody has resumed or given up. */
    @RolesAllowed(Permissions.JOB_READ)
    public long countFailed() {
        return new Statements(database).first(FAILED, row -> row.getLong(1)).orElseThrow();
    }

    private static JobState state(ResultSet row) throws SQLException {
        return JobState.of(row.getString(1));
    }
}
