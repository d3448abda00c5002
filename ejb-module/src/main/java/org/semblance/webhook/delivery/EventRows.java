package org.semblance.webhook.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Reads the event of a row. */
final class EventRows {
    private EventRows() {}

    static WebhookEvent event(ResultSet row) throws SQLException {
        return new WebhookEvent(
                row.getObject("event_id", UUID.class),
                row.getString("type"),
                row.getLong("sequence"),
                row.getTimestamp("occurred_at").toInstant(),
                row.getString("gallery"),
                row.getString("data"));
    }
}
