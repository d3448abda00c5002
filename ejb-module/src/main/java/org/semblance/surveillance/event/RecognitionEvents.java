package org.semblance.surveillance.event;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.Statements;
import org.semblance.surveillance.event.EventQuery.Traits;

/** Reads recognitions, the newest first: what a page costs does not depend on how many there are. */
@Stateless
@PermitAll
public class RecognitionEvents {
    private static final String LIST = """
            SELECT e.id, e.timestamp, e.camera_id, e.recorded_at, camera.name AS camera_name,
                   camera.title AS camera_title, %s
              FROM (SELECT * FROM semblance.recognition_events AS e
                     WHERE %s ORDER BY e.timestamp DESC, e.id DESC LIMIT ?) AS e
              LEFT JOIN semblance.camera ON camera.id = e.camera_id
              %s
             ORDER BY e.timestamp DESC, e.id DESC
            """;
    private static final String MARK = "SELECT timestamp FROM semblance.recognition_events WHERE id = ? LIMIT 1";

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public RecognitionEvents() {}

    /** Outside the container. */
    public RecognitionEvents(DataSource database) {
        this.database = database;
    }

    /** The next events after a place in the list, or the newest. */
    public List<RecordedRecognition> list(EventQuery query, EventBounds bounds, @Nullable EventMark after, int limit) {
        var wanted = new Conditions()
                .in(query.period())
                .among("e.camera_id", bounds.cameras())
                .within("e.gallery_id", bounds.galleries())
                .after(after);
        return list(with(wanted, query.traits()), limit);
    }

    public Optional<RecordedRecognition> find(UUID id) {
        return list(new Conditions().and("e.id = ?", id), 1).stream().findFirst();
    }

    public Optional<EventMark> mark(UUID id) {
        return new Statements(database)
                .first(MARK, row -> new EventMark(row.getTimestamp(1).toInstant(), id), id);
    }

    private Conditions with(Conditions wanted, Traits traits) {
        if (!traits.outcomes().isEmpty()) {
            wanted.among(
                    "e.outcome",
                    traits.outcomes().stream().map(EventRows::code).sorted().toList());
        }
        if (traits.person() != null) {
            wanted.among("e.person_id", idsOf(traits.person()));
        }
        if (traits.user() != null) {
            wanted.and("e.matched_user_id = ?", traits.user());
        }
        if (traits.isAllowed() != null) {
            // As the index of those who were denied is declared.
            wanted.and(traits.isAllowed() ? "e.is_allowed" : "NOT e.is_allowed");
        }
        if (traits.isLate() != null) {
            wanted.and(traits.isLate() ? "e.is_late" : "NOT e.is_late");
        }
        return wanted;
    }

    /** Events keep the number that somebody went by before they were merged; of somebody gone there is only that one. */
    private List<Long> idsOf(long person) {
        List<Long> ids = new ArrayList<>(
                new Statements(database).list("SELECT semblance.ids_of_person(?)", row -> row.getLong(1), person));
        if (!ids.contains(person)) {
            ids.add(person);
        }
        return ids;
    }

    private List<RecordedRecognition> list(Conditions wanted, int limit) {
        return new Statements(database)
                .list(
                        LIST.formatted(EventRows.OF_RECOGNITION, wanted.sql(), EventRows.WITH_NAMES),
                        EventRows::recognition,
                        wanted.values(limit));
    }
}
