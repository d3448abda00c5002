package org.semblance.surveillance.event;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import javax.sql.DataSource;
import org.semblance.platform.Statements;

/** The partitions that events go to, one a month. */
@Stateless
@PermitAll
public class EventMonths {
    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public EventMonths() {}

    /** Outside the container. */
    public EventMonths(DataSource database) {
        this.database = database;
    }

    /** Makes those that are missing; how many there were. */
    public int make(int ahead) {
        return new Statements(database)
                .first("SELECT semblance.make_event_partitions(?)", row -> row.getInt(1), ahead)
                .orElse(0);
    }
}
