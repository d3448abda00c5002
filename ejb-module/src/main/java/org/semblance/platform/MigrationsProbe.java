package org.semblance.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.semblance.database.SchemaVersion;
import org.semblance.health.HealthChecks;
import org.semblance.health.HealthProbe;
import org.semblance.health.Remark;

/** Whether the database has the schema that this server was built for. */
@ApplicationScoped
public class MigrationsProbe implements HealthProbe {
    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public MigrationsProbe() {}

    MigrationsProbe(DataSource database) {
        this.database = database;
    }

    @Override
    public String name() {
        return HealthChecks.MIGRATIONS;
    }

    @Override
    public Finding look() {
        String expected = SchemaVersion.newest();
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(SchemaVersion.INSTALLED_QUERY);
                var rows = query.executeQuery()) {
            String installed = rows.next() ? rows.getString(1) : null;
            if (installed == null) {
                return Finding.down(Remark.of("none", "There is no schema but %s is needed; migrate it", expected));
            }
            return expected.equals(installed)
                    ? Finding.up(Remark.of("current", "The schema is at %s", installed))
                    : Finding.down(Remark.of(
                            "other", "The schema is at %s but %s is needed; migrate it", installed, expected));
        } catch (SQLException e) {
            return Finding.down(Remark.of("unknown", "The schema's version cannot be read; check the database"));
        }
    }
}
