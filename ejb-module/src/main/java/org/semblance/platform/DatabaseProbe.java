package org.semblance.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.semblance.health.HealthChecks;
import org.semblance.health.HealthProbe;
import org.semblance.health.Remark;

/** Whether the database answers. */
@ApplicationScoped
public class DatabaseProbe implements HealthProbe {
    private static final int TIMEOUT_SECONDS = 3;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public DatabaseProbe() {}

    DatabaseProbe(DataSource database) {
        this.database = database;
    }

    @Override
    public String name() {
        return HealthChecks.DATABASE;
    }

    @Override
    public Finding look() {
        try (var connection = database.getConnection()) {
            return connection.isValid(TIMEOUT_SECONDS)
                    ? Finding.up(Remark.of("answers", "The database answers"))
                    : Finding.down(Remark.of("slow", "The database does not answer within %d s", TIMEOUT_SECONDS));
        } catch (SQLException e) {
            return Finding.down(
                    Remark.of("away", "The database cannot be reached; check that it runs and SEMBLANCE_DB_URL"));
        }
    }
}
