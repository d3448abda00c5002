package org.semblance.surveillance.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.semblance.TestTransaction;
import org.semblance.announcement.Announcement;
import org.semblance.database.MigratedDatabase;
import org.semblance.gallery.PersonId;
import org.semblance.platform.Statements;
import org.semblance.surveillance.CameraId;
import org.semblance.surveillance.event.RecognitionEvent.AccessOutcome;
import org.semblance.surveillance.event.RecognitionEvent.Outcome;
import org.semblance.surveillance.event.RecognitionEvent.Verdict;

/** Two galleries with a camera each on a migrated database, and the log that is told what they see. */
public final class EventWorld implements AutoCloseable {
    public static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    public final MigratedDatabase database = MigratedDatabase.fresh();
    public final List<Announcement> announced = new CopyOnWriteArrayList<>();
    public final long staff = gallery("staff");
    public final long guests = gallery("guests");
    public final CameraId door = camera("door", staff);
    public final CameraId yard = camera("yard", guests);

    public long gallery(String name) {
        return number("INSERT INTO gallery (name, title) VALUES (?, 'x') RETURNING id", name);
    }

    public CameraId camera(String name, long gallery) {
        return new CameraId(number(
                "INSERT INTO camera (name, title, gallery_id, min_quality, requires_liveness, sighting_seconds,"
                        + " keeps_unknown, learns, is_enabled, created_at) VALUES (?, upper(?), ?, 0.3, false, 30, true,"
                        + " false, true, now()) RETURNING id",
                name,
                name,
                gallery));
    }

    public PersonId person(String name, long gallery) {
        return new PersonId(number("INSERT INTO person (gallery_id, name) VALUES (?, ?) RETURNING id", gallery, name));
    }

    public long number(String sql, Object... values) {
        return sql().first(sql, row -> row.getLong(1), values).orElseThrow();
    }

    /** With the rights of the owner. */
    public Statements sql() {
        return new Statements(database.owner());
    }

    public void append(RecognitionEvent... events) {
        TestTransaction.in(database.app(), transaction -> {
            log(transaction).append(Arrays.asList(events));
            return true;
        });
    }

    public void append(CameraEvent event) {
        TestTransaction.in(database.app(), transaction -> {
            log(transaction).append(event);
            return true;
        });
    }

    public EventLog log(DataSource transaction) {
        return new PostgresEventLog(transaction, announced::add);
    }

    public RecognitionEvents recognitions() {
        return new RecognitionEvents(database.app());
    }

    /** Everything that was recognised, the newest first. */
    public List<RecognitionEvent> all() {
        return new ArrayList<>(recognitions().list(EventQuery.ALL, EventBounds.NONE, null, 1000))
                .stream().map(RecordedRecognition::event).toList();
    }

    public RecognitionEvent seen(CameraId camera, long gallery, Instant at, @Nullable PersonId person) {
        return seenAs(camera, gallery, at, verdict(person == null ? Outcome.UNKNOWN : Outcome.MATCHED, person));
    }

    public static RecognitionEvent seenAs(CameraId camera, long gallery, Instant at, Verdict verdict) {
        return new RecognitionEvent(UUID.randomUUID(), at, camera, gallery, verdict, UUID.randomUUID(), null, false);
    }

    public static RecognitionEvent late(RecognitionEvent event) {
        return new RecognitionEvent(
                event.id(),
                event.at(),
                event.camera(),
                event.galleryId(),
                event.matched(),
                event.sighting(),
                event.access(),
                true);
    }

    public static RecognitionEvent at(RecognitionEvent event, AccessOutcome access) {
        return new RecognitionEvent(
                event.id(),
                event.at(),
                event.camera(),
                event.galleryId(),
                event.matched(),
                event.sighting(),
                access,
                event.isLate());
    }

    public static Verdict verdict(Outcome outcome, @Nullable PersonId person) {
        UUID user = person == null ? null : new UUID(1, person.value());
        return new Verdict(outcome, "clear", person, user, false, 0.8312345, 0.41, 0.5, 0.05, 0.77, null, "made-up/1");
    }

    public static CameraEvent happened(CameraId camera, Instant at, CameraEvent.Type type) {
        return new CameraEvent(UUID.randomUUID(), at, camera, type, Map.of("silent_seconds", "90"));
    }

    @Override
    public void close() {
        database.close();
    }
}
