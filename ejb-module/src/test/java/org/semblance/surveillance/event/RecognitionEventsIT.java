package org.semblance.surveillance.event;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.GalleryNotFoundException;
import org.semblance.gallery.PersonId;
import org.semblance.identity.Scope;
import org.semblance.surveillance.CameraId;
import org.semblance.surveillance.CameraName;
import org.semblance.surveillance.CameraNotFoundException;
import org.semblance.surveillance.event.EventQuery.Traits;
import org.semblance.surveillance.event.RecognitionEvent.AccessOutcome;
import org.semblance.surveillance.event.RecognitionEvent.Outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.semblance.surveillance.event.EventWorld.NOON;

/** Lists of events, as callers ask for them. */
class RecognitionEventsIT {
    private EventWorld world;
    private PersonId ada;

    @BeforeEach
    void open() {
        world = new EventWorld();
        ada = world.person("Ada", world.staff);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void pages_follow_on_each_other_even_where_many_happened_at_once() {
        world.append(IntStream.range(0, 25)
                .mapToObj(i -> world.seen(world.door, world.staff, NOON.minusSeconds(i / 10), null))
                .toArray(RecognitionEvent[]::new));

        List<UUID> paged = new ArrayList<>();
        EventMark after = null;
        for (var page = list(EventQuery.ALL, after, 4); !page.isEmpty(); page = list(EventQuery.ALL, after, 4)) {
            page.forEach(event -> paged.add(event.id()));
            after = EventMark.of(page.get(page.size() - 1));
        }

        assertThat(paged)
                .hasSize(25)
                .doesNotHaveDuplicates()
                .isEqualTo(list(EventQuery.ALL, null, 100).stream()
                        .map(Recorded::id)
                        .toList());
        assertThat(list(EventQuery.ALL, null, 100))
                .extracting(Recorded::at)
                .isSortedAccordingTo((one, other) -> other.compareTo(one));
    }

    @Test
    void a_page_is_cut_to_what_was_asked_for_and_says_where_to_go_on() {
        world.append(
                world.seen(world.door, world.staff, NOON, null),
                world.seen(world.door, world.staff, NOON.minusSeconds(1), null));
        var fetched = list(EventQuery.ALL, null, 2);

        assertThat(EventPage.of(fetched, 1).next()).contains(fetched.get(0).id());
        assertThat(EventPage.of(fetched, 1).items()).hasSize(1);
        assertThat(EventPage.of(fetched, 2).next()).isEmpty();
    }

    @Test
    void every_filter_finds_its_own() {
        var matched = world.seen(world.door, world.staff, NOON, ada);
        var denied = EventWorld.at(
                world.seen(world.door, world.staff, NOON.minusSeconds(1), null),
                new AccessOutcome("main", false, "unknown-face"));
        var late = EventWorld.late(world.seen(world.yard, world.guests, NOON.minusSeconds(2), null));
        var rejected = EventWorld.seenAs(
                world.yard, world.guests, NOON.minus(Duration.ofDays(60)), EventWorld.verdict(Outcome.REJECTED, null));
        world.append(matched, denied, late, rejected);

        assertThat(found(new Traits(Set.of(Outcome.MATCHED), null, null, null, null)))
                .containsExactly(matched);
        assertThat(found(new Traits(Set.of(Outcome.UNKNOWN, Outcome.REJECTED), null, null, null, null)))
                .containsExactly(denied, late, rejected);
        assertThat(found(new Traits(Set.of(), ada.value(), null, null, null))).containsExactly(matched);
        assertThat(found(new Traits(Set.of(), null, new UUID(1, ada.value()), null, null)))
                .containsExactly(matched);
        assertThat(found(new Traits(Set.of(), null, null, false, null))).containsExactly(denied);
        assertThat(found(new Traits(Set.of(), null, null, true, null))).isEmpty();
        assertThat(found(new Traits(Set.of(), null, null, null, true))).containsExactly(late);
        assertThat(found(new Traits(Set.of(), null, null, null, false))).containsExactly(matched, denied, rejected);
        assertThat(found(
                        new EventQuery(new Period(NOON.minusSeconds(2), NOON), EventPlaces.ANYWHERE, Traits.ANY),
                        EventBounds.NONE))
                .containsExactly(denied, late);
        assertThat(found(EventQuery.ALL, new EventBounds(Set.of(world.yard.value()), Scope.EVERYWHERE)))
                .containsExactly(late, rejected);
        assertThat(found(EventQuery.ALL, new EventBounds(null, Scope.of(Set.of(world.staff)))))
                .containsExactly(matched, denied);
        assertThat(found(EventQuery.ALL, new EventBounds(null, Scope.NOWHERE))).isEmpty();
    }

    @Test
    void somebody_merged_is_found_and_called_by_whom_they_became() {
        PersonId eve = world.person("Eve", world.staff);
        var before = world.seen(world.door, world.staff, NOON, eve);
        var after = world.seen(world.door, world.staff, NOON.plusSeconds(1), ada);
        world.append(before, after);
        world.sql().change("UPDATE person SET merged_into = ? WHERE id = ?", ada.value(), eve.value());

        assertThat(found(new Traits(Set.of(), ada.value(), null, null, null))).containsExactly(after, before);
        assertThat(found(new Traits(Set.of(), eve.value(), null, null, null))).containsExactly(after, before);
        assertThat(list(EventQuery.ALL, null, 10))
                .extracting(RecordedRecognition::person)
                .containsOnly(new RecordedRecognition.Seen(ada.value(), "Ada"));
    }

    @Test
    void names_are_those_of_now_and_of_the_deleted_there_are_none() {
        world.append(world.seen(world.door, world.staff, NOON, ada));
        world.sql().change("UPDATE camera SET title = 'Front door' WHERE id = ?", world.door.value());
        world.sql().change("UPDATE person SET deleted_at = now() WHERE id = ?", ada.value());

        var event = list(EventQuery.ALL, null, 10).get(0);

        assertThat(event.camera()).isEqualTo(new Recorded.SeenBy(world.door.value(), "door", "Front door"));
        assertThat(event.gallery()).isEqualTo("staff");
        assertThat(event.person()).isEqualTo(new RecordedRecognition.Seen(ada.value(), null));
        assertThat(event.event().matched().confidence()).isEqualTo(0.8312345);
        assertThat(world.recognitions().find(event.id())).contains(event);
        assertThat(world.recognitions().find(new UUID(0, 0))).isEmpty();
    }

    @Test
    void events_outlive_their_camera_and_gallery() {
        var event = world.seen(new CameraId(4711), 4712, NOON, null);
        world.append(event);

        var found = list(EventQuery.ALL, null, 10).get(0);

        assertThat(found.event()).isEqualTo(event);
        assertThat(found.camera().name()).isNull();
        assertThat(found.gallery()).isNull();
    }

    @Test
    void cameras_and_galleries_that_nobody_may_see_are_not_found() {
        var whereabouts = new EventWhereabouts(world.database.app());
        Scope staff = Scope.of(Set.of(world.staff));
        var door = new EventPlaces(Set.of(new CameraName("door")), Set.of(), Set.of(new GalleryName("staff")));
        var yard = new EventPlaces(Set.of(new CameraName("yard")), Set.of(), Set.of());
        var guests = new EventPlaces(Set.of(), Set.of(), Set.of(new GalleryName("guests")));

        assertThat(whereabouts.require(door, staff)).isEqualTo(new EventBounds(Set.of(world.door.value()), staff));
        assertThat(whereabouts.require(EventPlaces.ANYWHERE, staff)).isEqualTo(new EventBounds(null, staff));
        assertThat(whereabouts.require(guests, Scope.EVERYWHERE))
                .isEqualTo(new EventBounds(null, Scope.of(Set.of(world.guests))));
        assertThatThrownBy(() -> whereabouts.require(yard, staff)).isInstanceOf(CameraNotFoundException.class);
        assertThatThrownBy(() -> whereabouts.require(guests, staff)).isInstanceOf(GalleryNotFoundException.class);
    }

    @Test
    void what_happened_to_cameras_is_listed_by_type_and_within_galleries() {
        var offline = EventWorld.happened(world.door, NOON, CameraEvent.Type.OFFLINE);
        var online = EventWorld.happened(world.yard, NOON.plusSeconds(1), CameraEvent.Type.ONLINE);
        world.append(offline);
        world.append(online);
        var events = new CameraEvents(world.database.app());
        var onlines = new CameraEventQuery(Period.EVER, EventPlaces.ANYWHERE, Set.of(CameraEvent.Type.ONLINE));

        assertThat(events.list(CameraEventQuery.ALL, EventBounds.NONE, null, 10))
                .extracting(RecordedCameraEvent::event)
                .containsExactly(online, offline);
        assertThat(events.list(onlines, EventBounds.NONE, null, 10))
                .extracting(RecordedCameraEvent::event)
                .containsExactly(online);
        assertThat(events.list(CameraEventQuery.ALL, new EventBounds(null, Scope.of(Set.of(world.staff))), null, 10))
                .extracting(RecordedCameraEvent::event)
                .containsExactly(offline);
        assertThat(events.list(
                        CameraEventQuery.ALL,
                        EventBounds.NONE,
                        events.mark(online.id()).orElseThrow(),
                        10))
                .extracting(RecordedCameraEvent::event)
                .containsExactly(offline);
    }

    @Test
    void counts_by_time_camera_and_outcome() {
        Instant morning = Instant.parse("2026-11-21T08:30:00Z");
        world.append(
                world.seen(world.door, world.staff, morning, ada),
                world.seen(world.door, world.staff, morning.plusSeconds(60), null),
                EventWorld.at(world.seen(world.yard, world.guests, NOON, null), new AccessOutcome("a", false, "b")));
        var day = new StatisticsQuery(
                NOON.minus(Duration.ofDays(1)),
                NOON.plusSeconds(1),
                StatisticsQuery.Interval.HOUR,
                StatisticsQuery.zone("Europe/Berlin"),
                EventPlaces.ANYWHERE);
        var counts = new EventCounts(world.database.app());

        var all = counts.count(day, EventBounds.NONE);
        var staff = counts.count(day, new EventBounds(null, Scope.of(Set.of(world.staff))));

        assertThat(all.total()).isEqualTo(new EventStatistics.Counts(1, 0, 2, 0, 1));
        assertThat(all.times())
                .extracting(EventStatistics.OfTime::at)
                .containsExactly(Instant.parse("2026-11-21T08:00:00Z"), NOON);
        assertThat(all.cameras())
                .extracting(
                        camera -> camera.camera().name() + " " + camera.counts().all())
                .containsExactly("door 2", "yard 1");
        assertThat(staff.total()).isEqualTo(new EventStatistics.Counts(1, 0, 1, 0, 0));
    }

    private List<RecordedRecognition> list(EventQuery query, EventMark after, int limit) {
        return world.recognitions().list(query, EventBounds.NONE, after, limit);
    }

    private List<RecognitionEvent> found(Traits traits) {
        return found(new EventQuery(Period.EVER, EventPlaces.ANYWHERE, traits), EventBounds.NONE);
    }

    private List<RecognitionEvent> found(EventQuery query, EventBounds bounds) {
        return world.recognitions().list(query, bounds, null, 100).stream()
                .map(RecordedRecognition::event)
                .toList();
    }
}
