package org.semblance.surveillance.event;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.semblance.TestTransaction;
import org.semblance.announcement.Announcement;
import org.semblance.gallery.PersonId;
import org.semblance.personaldata.PersonalRows;
import org.semblance.personaldata.Subject;
import org.semblance.surveillance.event.RecognitionEvent.AccessOutcome;
import org.semblance.surveillance.event.RecognitionEvent.Outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.semblance.surveillance.event.EventWorld.NOON;

/** The log in the migrated schema, with the rights of the application. */
class PostgresEventLogIT extends EventLogContract {
    private EventWorld world;

    @BeforeEach
    void open() {
        world = new EventWorld();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Override
    EventLog log() {
        return new EventLog() {
            @Override
            public void append(Collection<RecognitionEvent> events) {
                world.append(events.toArray(RecognitionEvent[]::new));
            }

            @Override
            public void append(CameraEvent event) {
                world.append(event);
            }
        };
    }

    @Override
    List<RecognitionEvent> recognitions() {
        return world.all();
    }

    @Override
    List<CameraEvent> cameraEvents() {
        return new CameraEvents(world.database.app())
                .list(CameraEventQuery.ALL, EventBounds.NONE, null, 100).stream()
                        .map(RecordedCameraEvent::event)
                        .toList();
    }

    @Override
    PersonId person() {
        return world.person("Ada", world.staff);
    }

    @Test
    void every_node_hears_of_what_is_new_and_nobody_of_what_is_not() throws SQLException {
        var event = world.seen(world.door, world.staff, NOON, null);
        try (var node = world.database.app().getConnection();
                var statement = node.createStatement()) {
            statement.execute("LISTEN " + PostgresEventLog.CHANNEL);

            world.append(event);
            assertThat(node.unwrap(PGConnection.class).getNotifications(5000)).hasSize(1);

            world.append(event);
            assertThat(node.unwrap(PGConnection.class).getNotifications(200)).isNullOrEmpty();
        }
        assertThat(world.announced).hasSize(1);
    }

    @Test
    void what_is_rolled_back_was_never_there() {
        var event = world.seen(world.door, world.staff, NOON, null);

        try {
            TestTransaction.in(world.database.app(), transaction -> {
                world.log(transaction).append(List.of(event));
                throw new IllegalStateException("the sighting could not be written");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessageContaining("sighting");
        }

        assertThat(world.all()).isEmpty();
    }

    @Test
    void announces_ids_and_codes() {
        PersonId ada = world.person("Ada", world.staff);
        var event = EventWorld.late(EventWorld.at(
                world.seen(world.door, world.staff, NOON, ada),
                new AccessOutcome("main", false, "user-disabled", 12L)));

        world.append(event);
        world.append(EventWorld.happened(world.yard, NOON, CameraEvent.Type.OFFLINE));

        Announcement seen = world.announced.get(0);
        assertThat(seen.type().name()).isEqualTo("recognition.matched");
        assertThat(seen.galleryId()).isEqualTo(world.staff);
        assertThat(seen.data())
                .isEqualTo(Map.ofEntries(
                        Map.entry("event", event.id().toString()),
                        Map.entry("at", "2026-11-21T12:00:00Z"),
                        Map.entry("camera", world.door.value()),
                        Map.entry("sighting", event.sighting().toString()),
                        Map.entry("reason", "clear"),
                        Map.entry("person", ada.value()),
                        Map.entry("user", new java.util.UUID(1, ada.value()).toString()),
                        Map.entry("user_disabled", false),
                        Map.entry("door", "main"),
                        Map.entry("access", "denied"),
                        Map.entry("access_reason", "user-disabled"),
                        Map.entry("late", true)));
        assertThat(world.announced.get(1).type().name()).isEqualTo("camera.offline");
        assertThat(world.announced.get(1).galleryId()).isEqualTo(world.guests);
        assertThat(new EventAnnouncements().types()).hasSize(15);
    }

    @Test
    void erasure_makes_events_nobodys_and_none_that_comes_late_names_them_again() {
        PersonId ada = world.person("Ada", world.staff);
        PersonId bob = world.person("Bob", world.staff);
        var early = world.seen(world.door, world.staff, NOON.minus(Duration.ofDays(100)), ada);
        var other = world.seen(world.door, world.staff, NOON, bob);
        world.append(early, other);
        var context = new EventPersonalData(world.database.app());
        var subject = new Subject(Set.of(ada.value()), Set.of(), Set.of(), Set.of("Ada"));
        var rows = new PersonalRows(world.database.app());
        assertThat(rows.count(context.tables().get(0), subject)).isEqualTo(1);

        world.sql().change("DELETE FROM person WHERE id = ?", ada.value());
        context.erase(subject);
        world.append(EventWorld.late(world.seen(world.door, world.staff, NOON, ada)));

        assertThat(rows.count(context.tables().get(0), subject)).isZero();
        assertThat(world.all())
                .hasSize(3)
                .filteredOn(event -> event.matched().person() != null)
                .containsExactly(other);
        assertThat(world.all()).allMatch(event -> event.matched().outcome() == Outcome.MATCHED);
        assertThat(world.announced.get(2).data()).doesNotContainKeys("person", "user");
    }

    @Test
    void an_event_that_is_being_written_is_found_by_an_erasure() throws Exception {
        PersonId ada = world.person("Ada", world.staff);
        Thread removal = new Thread(() -> world.sql().change("DELETE FROM person WHERE id = ?", ada.value()));

        TestTransaction.in(world.database.app(), transaction -> {
            world.log(transaction).append(List.of(world.seen(world.door, world.staff, NOON, ada)));
            removal.start();
            Instant end = Instant.now().plusSeconds(5);
            while (world.number("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'") == 0
                    && Instant.now().isBefore(end)) {
                Thread.onSpinWait();
            }
            assertThat(removal.isAlive()).isTrue();
            return true;
        });
        removal.join();

        assertThat(world.number("SELECT count(*) FROM person WHERE id = ?", ada.value()))
                .isZero();
        assertThat(world.number("SELECT semblance.anonymise_events(ARRAY[CAST(? AS bigint)])", ada.value()))
                .isEqualTo(1);
    }
}
