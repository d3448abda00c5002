package org.semblance.surveillance.flow;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.semblance.identity.CurrentUser;
import org.semblance.identity.Scope;
import org.semblance.identity.SignedInUser;
import org.semblance.platform.Permissions;
import org.semblance.surveillance.event.EventBounds;
import org.semblance.surveillance.event.EventQuery;
import org.semblance.surveillance.event.EventWorld;
import org.semblance.surveillance.event.RecognitionEvent;
import org.semblance.surveillance.event.RecordedRecognition;

import static org.assertj.core.api.Assertions.assertThat;

/** Pictures of what cameras saw, for those who may see the events. */
class SightingServiceIT {
    private final Instant noon = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final EventWorld world = new EventWorld();
    private final SightingService sightings = new SightingService(world.database.app());

    @AfterEach
    void close() {
        CurrentUser.end();
        world.close();
    }

    @Test
    void events_have_the_pictures_of_their_sightings() {
        RecognitionEvent pictured = world.seen(world.door, world.staff, noon, null);
        RecognitionEvent bare = world.seen(world.door, world.staff, noon.minusSeconds(9), null);
        world.append(pictured, bare);
        sighting(pictured, "images/unknown/one.png");
        callerSees(Scope.EVERYWHERE);

        Map<UUID, SightingSummary> found = sightings.of(events());

        assertThat(found).containsOnlyKeys(pictured.sighting());
        var sighting = Objects.requireNonNull(found.get(pictured.sighting()));
        assertThat(sighting.picture()).hasToString("images/unknown/one.png");
        assertThat(sighting.frames()).isEqualTo(3);
    }

    @Test
    void pictures_of_other_galleries_are_not_told() {
        RecognitionEvent event = world.seen(world.door, world.staff, noon, null);
        world.append(event);
        sighting(event, "images/unknown/one.png");
        callerSees(Scope.of(Set.of(world.guests)));

        assertThat(sightings.of(events())).isEmpty();
        assertThat(sightings.last(List.of(world.door))).isEmpty();
    }

    @Test
    void each_camera_tells_whom_it_saw_last() {
        RecognitionEvent older = world.seen(world.door, world.staff, noon.minusSeconds(60), null);
        RecognitionEvent latest = world.seen(world.door, world.staff, noon, null);
        world.append(older, latest);
        sighting(latest, "images/unknown/two.png");
        callerSees(Scope.EVERYWHERE);

        var last = sightings.last(List.of(world.door, world.yard));

        assertThat(last).containsOnlyKeys(world.door);
        var seen = Objects.requireNonNull(last.get(world.door));
        assertThat(seen.event()).isEqualTo(latest.id());
        assertThat(seen.at()).isEqualTo(noon);
        assertThat(seen.picture()).hasToString("images/unknown/two.png");
    }

    private void sighting(RecognitionEvent event, String key) {
        long image = world.number(
                "INSERT INTO image (key, sha256, media_type, size_bytes, width, height, retention_class)"
                        + " VALUES (?, sha256('x'), 'image/png', 7, 112, 112, 'observed') RETURNING id",
                key);
        world.sql()
                .change(
                        "INSERT INTO sighting (id, camera_id, outcome, began_at, last_seen_at, frames, quality, image_id)"
                                + " VALUES (?, ?, 'unknown', ?, ?, 3, 0.7, ?)",
                        event.sighting(),
                        event.camera().value(),
                        event.at(),
                        event.at(),
                        image);
    }

    private List<RecordedRecognition> events() {
        return world.recognitions().list(EventQuery.ALL, EventBounds.NONE, null, 100);
    }

    private static void callerSees(Scope scope) {
        var scopes = Map.of(Permissions.EVENT_READ, scope);
        CurrentUser.begin(new SignedInUser(new UUID(0, 1), "anna", "Anna", scopes, null));
    }
}
