package org.semblance.surveillance.event;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.Statements;
import org.semblance.surveillance.event.EventStatistics.Counts;
import org.semblance.surveillance.event.EventStatistics.OfCamera;
import org.semblance.surveillance.event.EventStatistics.OfTime;

/** Counts recognitions by time and by camera, in one pass. */
@Stateless
@PermitAll
public class EventCounts {
    private static final String COUNT = """
            SELECT counted.*, camera.name AS camera_name, camera.title AS camera_title
              FROM (SELECT date_trunc(?, e.timestamp, ?) AS at, e.camera_id,
                           count(*) FILTER (WHERE e.outcome = 'matched') AS matched,
                           count(*) FILTER (WHERE e.outcome = 'ambiguous') AS ambiguous,
                           count(*) FILTER (WHERE e.outcome = 'unknown') AS unknown,
                           count(*) FILTER (WHERE e.outcome = 'rejected') AS rejected,
                           count(*) FILTER (WHERE NOT e.is_allowed) AS denied
                      FROM semblance.recognition_events AS e
                     WHERE %s
                     GROUP BY GROUPING SETS ((), (1), (2))) AS counted
              LEFT JOIN semblance.camera ON camera.id = counted.camera_id
             ORDER BY counted.at
            """;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public EventCounts() {}

    /** Outside the container. */
    public EventCounts(DataSource database) {
        this.database = database;
    }

    public EventStatistics count(StatisticsQuery query, EventBounds bounds) {
        var wanted = new Conditions()
                .in(new Period(query.from(), query.to()))
                .among("e.camera_id", bounds.cameras())
                .within("e.gallery_id", bounds.galleries());
        List<Object> values = new ArrayList<>(
                List.of(EventRows.code(query.interval()), query.zone().getId()));
        values.addAll(List.of(wanted.values()));
        List<Line> lines =
                new Statements(database).list(COUNT.formatted(wanted.sql()), EventCounts::line, values.toArray());
        Counts total = new Counts(0, 0, 0, 0, 0);
        List<OfTime> times = new ArrayList<>();
        List<OfCamera> cameras = new ArrayList<>();
        for (Line line : lines) {
            if (line.at() != null) {
                times.add(new OfTime(line.at(), line.counts()));
            } else if (line.camera() != null) {
                cameras.add(new OfCamera(line.camera(), line.counts()));
            } else {
                total = line.counts();
            }
        }
        cameras.sort(Comparator.comparing((OfCamera camera) -> -camera.counts().all())
                .thenComparing(camera -> camera.camera().id()));
        return new EventStatistics(total, times, cameras);
    }

    private static Line line(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("at");
        Long camera = row.getObject("camera_id", Long.class);
        return new Line(
                at == null ? null : at.toInstant(),
                camera == null
                        ? null
                        : new Recorded.SeenBy(camera, row.getString("camera_name"), row.getString("camera_title")),
                new Counts(
                        row.getLong("matched"),
                        row.getLong("ambiguous"),
                        row.getLong("unknown"),
                        row.getLong("rejected"),
                        row.getLong("denied")));
    }

    /** The counts of a time, of a camera, or, without either, of all. */
    private record Line(@Nullable Instant at, Recorded.@Nullable SeenBy camera, Counts counts) {}
}
