package org.semblance.surveillance.event.live;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.Statements;
import org.semblance.surveillance.event.EventRows;
import org.semblance.surveillance.event.Recorded;

/**
 * Reads events in the order of the transactions that wrote them, and only those of transactions older than any that still
 * runs: whatever was not read by then will never appear before it. A long transaction that writes makes events wait.
 */
@Stateless
@PermitAll
public class EventTail {
    /** What is older is not told again: ids of a restored database may mean other events. */
    private static final String TOO_LONG_AGO = "interval '7 days'";

    private static final String HORIZON = "SELECT pg_snapshot_xmin(pg_current_snapshot())::text";

    /** The places first, by their indexes; whoever asks for a page pays for one. */
    private static final String AFTER = """
            WITH horizon AS MATERIALIZED (SELECT pg_snapshot_xmin(pg_current_snapshot()) AS oldest),
                 news AS (
                    (SELECT true AS is_recognition, transaction, position, id, timestamp
                       FROM semblance.recognition_events
                      WHERE (transaction, position) > (CAST(? AS text)::xid8, ?)
                        AND transaction < (SELECT oldest FROM horizon)
                      ORDER BY transaction, position LIMIT ?)
                    UNION ALL
                    (SELECT false, transaction, position, id, timestamp
                       FROM semblance.camera_events
                      WHERE (transaction, position) > (CAST(? AS text)::xid8, ?)
                        AND transaction < (SELECT oldest FROM horizon)
                      ORDER BY transaction, position LIMIT ?)
                    ORDER BY transaction, position LIMIT ?)
            SELECT horizon.oldest::text AS oldest, news.is_recognition, news.transaction::text AS transaction,
                   news.position, news.id, news.timestamp, coalesce(e.camera_id, c.camera_id) AS camera_id,
                   coalesce(e.recorded_at, c.recorded_at) AS recorded_at, camera.name AS camera_name,
                   camera.title AS camera_title, camera.gallery_id AS camera_gallery_id, c.event_type,
                   c.details::text AS details, %s
              FROM horizon
              LEFT JOIN news ON true
              LEFT JOIN semblance.recognition_events AS e
                   ON news.is_recognition AND e.id = news.id AND e.timestamp = news.timestamp
              LEFT JOIN semblance.camera_events AS c
                   ON NOT news.is_recognition AND c.id = news.id AND c.timestamp = news.timestamp
              LEFT JOIN semblance.camera ON camera.id = coalesce(e.camera_id, c.camera_id)
              %s
             ORDER BY news.transaction, news.position
            """.formatted(EventRows.OF_RECOGNITION, EventRows.WITH_NAMES);

    private static final String IS_TOO_LONG_AGO = """
            SELECT recorded_at < now() - %1$s
              FROM ((SELECT transaction, position, recorded_at FROM semblance.recognition_events
                      WHERE (transaction, position) > (CAST(? AS text)::xid8, ?) ORDER BY 1, 2 LIMIT 1)
                    UNION ALL
                    (SELECT transaction, position, recorded_at FROM semblance.camera_events
                      WHERE (transaction, position) > (CAST(? AS text)::xid8, ?) ORDER BY 1, 2 LIMIT 1)) AS next
             ORDER BY transaction, position LIMIT 1
            """.formatted(TOO_LONG_AGO);

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public EventTail() {}

    /** Outside the container. */
    public EventTail(DataSource database) {
        this.database = database;
    }

    /**
     * Some events.
     *
     * @param upTo nothing will ever appear before this that is not among them
     * @param isAll whether there were no more
     */
    public record Part(List<LiveEvent> events, EventPlace upTo, boolean isAll) {
        public Part {
            events = List.copyOf(events);
        }
    }

    /** Before everything that is still to come. */
    public EventPlace end() {
        return new Statements(database)
                .first(HORIZON, row -> new EventPlace(Long.parseLong(row.getString(1)), 0))
                .orElseThrow();
    }

    /** What follows on a place. */
    public Part after(EventPlace place, int limit) {
        String transaction = Long.toString(place.transaction());
        List<Line> lines = new Statements(database)
                .list(
                        AFTER,
                        EventTail::line,
                        transaction,
                        place.position(),
                        limit,
                        transaction,
                        place.position(),
                        limit,
                        limit);
        List<LiveEvent> events =
                lines.stream().flatMap(line -> line.event().stream()).toList();
        if (events.size() == limit) {
            return new Part(events, events.get(limit - 1).place(), false);
        }
        var end = new EventPlace(lines.get(0).oldest(), 0);
        return new Part(events, end.isBefore(place) ? place : end, true);
    }

    /** Whether what follows on a place can no longer be told: too long ago, or of a database that went back in time. */
    public boolean isLost(EventPlace place) {
        String transaction = Long.toString(place.transaction());
        return end().isBefore(place)
                || new Statements(database)
                        .first(
                                IS_TOO_LONG_AGO,
                                row -> row.getBoolean(1),
                                transaction,
                                place.position(),
                                transaction,
                                place.position())
                        .orElse(false);
    }

    private static Line line(ResultSet row) throws SQLException {
        long oldest = Long.parseLong(row.getString("oldest"));
        String transaction = row.getString("transaction");
        if (transaction == null) {
            return new Line(oldest, null);
        }
        Recorded event = row.getBoolean("is_recognition") ? EventRows.recognition(row) : EventRows.cameraEvent(row);
        var place = new EventPlace(Long.parseLong(transaction), row.getLong("position"));
        return new Line(oldest, new LiveEvent(place, event));
    }

    private record Line(long oldest, @Nullable LiveEvent found) {
        Optional<LiveEvent> event() {
            return Optional.ofNullable(found);
        }
    }
}
