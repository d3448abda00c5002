package org.semblance.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.semblance.database.SchemaVersion;
import org.semblance.health.HealthChecks;
import org.semblance.health.HealthProbe;

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
            return expected.equals(installed)
                    ? Finding.up("The schema is at " + installed)
                    : Finding.down("The schema is at " + installed + " but " + expected + " is needed; migrate it");
        } catch (SQLException e) {
            return Finding.down("The schema's version cannot be read; check the database");
        }
    }
}
