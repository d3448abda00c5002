package org.semblance.surveillance.event;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.semblance.announcement.Announcements;
import org.semblance.platform.Json;
import org.semblance.platform.Statements;
import org.semblance.surveillance.event.RecognitionEvent.AccessOutcome;
import org.semblance.surveillance.event.RecognitionEvent.Verdict;

/** Events as append-only tables; every node hears of new ones, and so does whoever subscribed to them. */
@Stateless
@Local(EventLog.class)
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class PostgresEventLog implements EventLog {
    /** What the nodes listen to; what is new they read themselves. */
    public static final String CHANNEL = "surveillance_event";

    /**
     * Somebody who is gone by now is not written down again. Whoever is there stays until the event is committed, so that
     * an erasure finds it.
     */
    private static final String RECOGNISED = """
            WITH known AS (SELECT id FROM semblance.person WHERE id = CAST(? AS bigint) FOR KEY SHARE)
            INSERT INTO semblance.recognition_events (
                   person_id, matched_user_id, is_user_disabled, id, timestamp, camera_id, gallery_id, outcome, reason,
                   confidence, runner_up, threshold, margin, quality, liveness, model, is_unknown, sighting_id,
                   door, is_allowed, access_reason, access_rule_id, is_late)
            SELECT known.id, CASE WHEN known.id IS NOT NULL THEN CAST(? AS uuid) END, known.id IS NOT NULL AND ?,
                   CAST(? AS uuid), CAST(? AS timestamptz), ?, ?, ?, ?, CAST(? AS double precision),
                   CAST(? AS double precision), ?, ?, ?, CAST(? AS double precision), ?, ?, CAST(? AS uuid),
                   CAST(? AS text), CAST(? AS boolean), CAST(? AS text), CAST(? AS bigint), ?
              FROM (SELECT) AS one LEFT JOIN known ON true
                ON CONFLICT (id, timestamp) DO NOTHING
            RETURNING person_id
            """;

    private static final String HAPPENED = """
            INSERT INTO semblance.camera_events (id, timestamp, camera_id, event_type, details)
            VALUES (CAST(? AS uuid), CAST(? AS timestamptz), ?, ?, CAST(? AS jsonb))
                ON CONFLICT (id, timestamp) DO NOTHING
            RETURNING (SELECT gallery_id FROM semblance.camera WHERE camera.id = camera_id) AS gallery_id
            """;

    private static final String TELL = "SELECT pg_notify('" + CHANNEL + "', 'new')";

    private final Announcements announcements;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected PostgresEventLog() {
        this.announcements = null;
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public PostgresEventLog(Announcements announcements) {
        this.announcements = announcements;
    }

    /** Outside the container. */
    public PostgresEventLog(DataSource database, Announcements announcements) {
        this.database = database;
        this.announcements = announcements;
    }

    @Override
    public void append(Collection<RecognitionEvent> events) {
        boolean isNew = false;
        for (RecognitionEvent event : events) {
            Optional<Written> written = write(event);
            written.ifPresent(row -> announcements.announce(EventAnnouncements.of(event, row.number() != null)));
            isNew |= written.isPresent();
        }
        tell(isNew);
    }

    @Override
    public void append(CameraEvent event) {
        Optional<Written> written = new Statements(database)
                .first(
                        HAPPENED,
                        row -> new Written(row.getObject(1, Long.class)),
                        event.id(),
                        event.at(),
                        event.camera().value(),
                        EventRows.code(event.type()),
                        json(event.details()));
        written.ifPresent(row -> announcements.announce(EventAnnouncements.of(event, row.number())));
        tell(written.isPresent());
    }

    private Optional<Written> write(RecognitionEvent event) {
        Verdict verdict = event.matched();
        AccessOutcome access = event.access();
        return new Statements(database)
                .first(
                        RECOGNISED,
                        row -> new Written(row.getObject(1, Long.class)),
                        verdict.person() == null ? null : verdict.person().value(),
                        verdict.user(),
                        verdict.isDisabled(),
                        event.id(),
                        event.at(),
                        event.camera().value(),
                        event.galleryId(),
                        EventRows.code(verdict.outcome()),
                        verdict.reason(),
                        verdict.confidence(),
                        verdict.runnerUp(),
                        verdict.threshold(),
                        verdict.margin(),
                        verdict.quality(),
                        verdict.liveness(),
                        verdict.model(),
                        verdict.outcome() == RecognitionEvent.Outcome.UNKNOWN,
                        event.sighting(),
                        access == null ? null : access.door(),
                        access == null ? null : access.isAllowed(),
                        access == null ? null : access.reason(),
                        access == null ? null : access.rule(),
                        event.isLate());
    }

    private void tell(boolean isNew) {
        if (isNew) {
            new Statements(database).list(TELL, row -> true);
        }
    }

    private static String json(Map<String, String> details) {
        var object = Json.createObjectBuilder();
        details.forEach(object::add);
        return object.build().toString();
    }

    /** That a row was written, with the number of the person or gallery that it names. */
    private record Written(@Nullable Long number) {}
}
