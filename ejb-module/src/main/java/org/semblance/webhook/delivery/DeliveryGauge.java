package org.semblance.webhook.delivery;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.semblance.platform.Statements;

/** Measures the queue in the database. */
@Stateless
@LocalBean
@PermitAll
public class DeliveryGauge {
    private static final String LOOK = """
            SELECT (SELECT count(*) FROM (SELECT FROM semblance.webhook_delivery WHERE state = 'pending' LIMIT 10000)
                                         AS pending),
                   (SELECT extract(epoch FROM now() - min(first.due_at))
                      FROM semblance.webhook
                     CROSS JOIN LATERAL (SELECT due_at FROM semblance.webhook_delivery
                                          WHERE webhook_id = webhook.id AND state = 'pending'
                                          ORDER BY due_at, id LIMIT 1) AS first
                     WHERE webhook.state = 'active'),
                   (SELECT count(*) FROM semblance.webhook WHERE state = 'active' AND failing_since IS NOT NULL)
            """;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public DeliveryGauge() {}

    /** Outside the container. */
    @SuppressWarnings("NullAway") // one of two ways to get the data source
    public DeliveryGauge(DataSource database) {
        this.database = database;
    }

    public QueueState look() {
        try (var connection = database.getConnection();
                var query = Statements.prepare(connection, LOOK);
                var row = query.executeQuery()) {
            row.next();
            double late = Math.max(0, row.getDouble(2));
            return new QueueState(row.getLong(1), Duration.ofMillis((long) (late * 1000)), row.getLong(3));
        } catch (SQLException e) {
            throw Statements.failed(e);
        }
    }
}
