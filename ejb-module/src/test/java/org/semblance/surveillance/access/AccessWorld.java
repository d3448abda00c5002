package org.semblance.surveillance.access;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.semblance.CurrentTransaction;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.database.MigratedDatabase;
import org.semblance.gallery.search.GalleryRows;
import org.semblance.surveillance.CameraId;
import org.semblance.surveillance.CameraName;

/** Doors, rules and calendars on a migrated database. */
final class AccessWorld implements AutoCloseable {
    final MigratedDatabase database = MigratedDatabase.fresh();
    final GalleryRows rows = new GalleryRows(database.app());
    final CurrentTransaction transaction = new CurrentTransaction(database.app());
    final List<AuditEvent> audited = new CopyOnWriteArrayList<>();
    final DoorStore doors;
    final AccessRuleStore rules;
    final AccessCalendarStore calendars;
    final AccessBook book;

    /** What was counted. */
    final List<AccessDecision> counted = new ArrayList<>();

    private final AccessMetrics metrics = new AccessMetrics() {
        @Override
        void count(AccessDecision decision) {
            counted.add(decision);
        }
    };

    private int cameras;

    AccessWorld(Clock clock) {
        var audit = new RecordedAudit();
        doors = new DoorStore(transaction, audit, clock);
        rules = new AccessRuleStore(transaction, audit, clock);
        calendars = new AccessCalendarStore(transaction, audit, clock);
        book = new AccessBook(doors, rules, clock);
    }

    /** A camera that looks for the persons of a gallery. */
    CameraName camera(long gallery) {
        String name = "camera-" + ++cameras;
        rows.run("""
                INSERT INTO camera (name, title, gallery_id, min_quality, requires_liveness, sighting_seconds,
                                    keeps_unknown, learns, is_enabled, created_at)
                VALUES (?, ?, ?, 0.3, false, 30, true, false, true, now())
                """, name, name, gallery);
        return new CameraName(name);
    }

    CameraId id(CameraName camera) {
        return new CameraId(rows.one("SELECT id FROM camera WHERE name = ? AND removed_at IS NULL", camera.value()));
    }

    Door door(String name, CameraName... watching) {
        return in(() -> doors.add(said(name, watching)));
    }

    static NewDoor said(String name, CameraName... watching) {
        return new NewDoor(new DoorName(name), name, ZoneId.of("Europe/Berlin"), List.of(watching), true);
    }

    /** A rule that allows at any time. */
    AccessRule allow(Whom whom, @Nullable String who, String... where) {
        return in(() -> rules.add(said(Effect.ALLOW, whom, who, RuleTimes.ALWAYS, where)));
    }

    static NewAccessRule said(
            Effect effect, Whom whom, @Nullable String who, RuleTimes times, String... where) {
        var names = Stream.of(where).map(DoorName::new).toList();
        return new NewAccessRule("A rule", true, effect, whom, who, names.isEmpty(), names, times);
    }

    <T> T in(Supplier<T> work) {
        return transaction.in(work);
    }

    void run(Runnable work) {
        in(() -> {
            work.run();
            return true;
        });
    }

    AccessJudge judge(Clock clock) {
        return new AccessJudge(book, new AccessSettings(Duration.ofHours(24), Duration.ofSeconds(10)), metrics, clock);
    }

    @Override
    public void close() {
        database.close();
    }

    private final class RecordedAudit implements AuditLog {
        @Override
        public void record(AuditEvent event) {
            audited.add(event);
        }

        @Override
        public void record(Actor actor, AuditEvent event) {
            audited.add(event);
        }
    }
}
