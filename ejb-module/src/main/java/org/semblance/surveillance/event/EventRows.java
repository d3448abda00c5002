package org.semblance.surveillance.event;

import jakarta.json.JsonString;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.PersonId;
import org.semblance.platform.Json;
import org.semblance.surveillance.CameraId;
import org.semblance.surveillance.event.RecognitionEvent.AccessOutcome;
import org.semblance.surveillance.event.RecognitionEvent.Outcome;
import org.semblance.surveillance.event.RecognitionEvent.Verdict;
import org.semblance.surveillance.event.RecordedRecognition.Seen;

/** Events as queries give them. */
public final class EventRows {
    /** What a query selects of recognition_events, under the name e, besides id, time, camera and recording. */
    public static final String OF_RECOGNITION = """
            e.gallery_id, e.outcome, e.reason, e.person_id, e.matched_user_id, e.is_user_disabled, e.confidence,
            e.runner_up, e.threshold, e.margin, e.quality, e.liveness, e.model, e.sighting_id, e.door, e.is_allowed,
            e.access_reason, e.access_rule_id, e.is_late, gallery.name AS gallery_name, known.id AS known_id, known.name AS known_name
            """;

    /** Who is called what now; of somebody deleted, no name. The limit has each looked up, rather than all persons read. */
    public static final String WITH_NAMES = """
              LEFT JOIN semblance.gallery ON gallery.id = e.gallery_id
              LEFT JOIN LATERAL (
                    SELECT person.id, CASE WHEN person.deleted_at IS NULL THEN person.name END AS name
                      FROM semblance.person
                     WHERE person.id = (SELECT ids FROM semblance.ids_of_person(e.person_id) AS ids LIMIT 1)
                     LIMIT 1) AS known
                   ON e.person_id IS NOT NULL
            """;

    private EventRows() {}

    /** An enumeration's word in the database and in the API. */
    public static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static RecordedRecognition recognition(ResultSet row) throws SQLException {
        Long known = row.getObject("known_id", Long.class);
        Long person = row.getObject("person_id", Long.class);
        String door = row.getString("door");
        var event = new RecognitionEvent(
                row.getObject("id", UUID.class),
                row.getTimestamp("timestamp").toInstant(),
                new CameraId(row.getLong("camera_id")),
                row.getLong("gallery_id"),
                verdict(row, person),
                row.getObject("sighting_id", UUID.class),
                door == null
                        ? null
                        : new AccessOutcome(
                                door,
                                row.getBoolean("is_allowed"),
                                row.getString("access_reason"),
                                row.getObject("access_rule_id", Long.class)),
                row.getBoolean("is_late"));
        return new RecordedRecognition(
                event,
                camera(row),
                row.getString("gallery_name"),
                person == null ? null : new Seen(known == null ? person : known, row.getString("known_name")),
                row.getTimestamp("recorded_at").toInstant());
    }

    private static Verdict verdict(ResultSet row, @Nullable Long person) throws SQLException {
        return new Verdict(
                Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
                row.getString("reason"),
                person == null ? null : new PersonId(person),
                row.getObject("matched_user_id", UUID.class),
                row.getBoolean("is_user_disabled"),
                row.getObject("confidence", Double.class),
                row.getObject("runner_up", Double.class),
                row.getDouble("threshold"),
                row.getDouble("margin"),
                row.getDouble("quality"),
                row.getObject("liveness", Double.class),
                row.getString("model"));
    }

    public static RecordedCameraEvent cameraEvent(ResultSet row) throws SQLException {
        var event = new CameraEvent(
                row.getObject("id", UUID.class),
                row.getTimestamp("timestamp").toInstant(),
                new CameraId(row.getLong("camera_id")),
                CameraEvent.Type.valueOf(
                        row.getString("event_type").toUpperCase(Locale.ROOT).replace('-', '_')),
                details(row.getString("details")));
        return new RecordedCameraEvent(
                event,
                camera(row),
                row.getObject("camera_gallery_id", Long.class),
                row.getTimestamp("recorded_at").toInstant());
    }

    private static Recorded.SeenBy camera(ResultSet row) throws SQLException {
        return new Recorded.SeenBy(
                row.getLong("camera_id"), row.getString("camera_name"), row.getString("camera_title"));
    }

    private static Map<String, String> details(String json) {
        var details = new LinkedHashMap<String, String>();
        try (var reader = Json.createReader(new StringReader(json))) {
            reader.readObject()
                    .forEach((name, value) ->
                            details.put(name, value instanceof JsonString text ? text.getString() : value.toString()));
        }
        return details;
    }
}
