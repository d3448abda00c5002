package org.semblance.surveillance.unknown;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.gallery.GalleryStores;
import org.semblance.gallery.PersonId;
import org.semblance.lifetime.Portion;
import org.semblance.lifetime.RetentionKind;
import org.semblance.storage.ImageKey;
import org.semblance.vision.Embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.semblance.gallery.GalleryStores.ANNA;
import static org.semblance.surveillance.unknown.UnknownWorld.NOON;

/** What nobody knows goes when its time is over; what found a person stays with them. */
class UnknownFaceKindIT {
    private static GalleryStores stores;

    @SuppressWarnings("NullAway") // made before each test
    private UnknownWorld world;

    private final UnknownWorld.Files files = new UnknownWorld.Files();

    @BeforeAll
    static void open() {
        stores = new GalleryStores();
    }

    @AfterAll
    static void close() {
        stores.close();
    }

    @BeforeEach
    void begin() {
        world = new UnknownWorld(stores);
    }

    @Test
    void undecided_and_dismissed_faces_go_with_their_pictures_and_strangers() {
        StrangerSeen seen = world.seen(UUID.randomUUID(), world.look(), 0.7);
        ImageKey key = world.key(seen.imageId());
        files.keys.add(key);
        KeptFace waiting = world.keep(seen);
        KeptFace dismissed = world.keep(world.look());
        world.change(
                "UPDATE unknown_face SET state = 'dismissed' WHERE face_id = ?",
                dismissed.face().value());

        Portion counted = kind().count(NOON.plusSeconds(1));
        Portion purged = purge();

        assertThat(counted.rows()).isEqualTo(2);
        assertThat(purged.rows()).isEqualTo(2);
        assertThat(purged.bytes()).isEqualTo(counted.bytes()).isEqualTo(14);
        assertThat(purged.oldest()).isEqualTo(NOON);
        assertThat(files.keys).isEmpty();
        assertThat(rows("face", "id", waiting.face().value())).isZero();
        assertThat(rows("embedding", "face_id", waiting.face().value())).isZero();
        assertThat(rows("image", "id", seen.imageId())).isZero();
        assertThat(rows("stranger", "gallery_id", world.gallery)).isZero();
        assertThat(purge()).isEqualTo(Portion.NOTHING);
    }

    @Test
    void what_found_a_person_stays_and_so_does_the_stranger_they_were() {
        Embedding look = world.look();
        KeptFace kept = world.keep(look);
        PersonId anna = world.person("Anna", look, 1);
        stores.run(() -> stores.changes.move(List.of(kept.face()), anna, ANNA));

        assertThat(purge().rows()).isZero();

        assertThat(world.face(kept.face()).person()).isEqualTo(anna);
        assertThat(world.stranger(kept.stranger()).state()).isEqualTo(StrangerState.KNOWN);
    }

    @Test
    void what_else_there_is_of_somebody_under_a_legal_hold_stays() {
        KeptFace dismissed = world.keep(world.look());
        PersonId anna = world.person("Anna", world.look(), 1);
        world.change(
                "UPDATE stranger SET state = 'known', person_id = ? WHERE id = ?",
                anna.value(),
                dismissed.stranger().value());
        world.change(
                "INSERT INTO legal_hold (person_id, reason, placed_by, placed_at) VALUES (?, 'case', 'grace', now())",
                anna.value());

        Portion counted = kind().count(NOON.plusSeconds(1));

        assertThat(purge().rows()).isZero();
        assertThat(counted.held()).isGreaterThanOrEqualTo(1);
        assertThat(rows("face", "id", dismissed.face().value())).isEqualTo(1);
        world.change("UPDATE legal_hold SET released_by = 'grace', released_at = now()");
        assertThat(purge().rows()).isEqualTo(1);
    }

    @Test
    void a_stranger_who_was_seen_of_late_keeps_the_count_of_sightings_that_are_gone() {
        Embedding look = world.look();
        world.keep(look);
        KeptFace late =
                world.keep(world.seen(UUID.randomUUID(), world.like(look, 0.9), 0.7, NOON.plus(Duration.ofDays(3))));

        purge();

        Stranger stranger = world.stranger(late.stranger());
        assertThat(stranger.sightings()).isEqualTo(2);
        assertThat(stranger.waiting()).isEqualTo(1);
    }

    private Portion purge() {
        Portion purged = stores.in(() -> kind().purge(NOON.plusSeconds(1), 100));
        kind().followUp(purged);
        return purged;
    }

    private RetentionKind kind() {
        return new UnknownFaceKind(files).on(stores.current());
    }

    private long rows(String table, String column, long value) {
        return world.number("SELECT count(*) FROM " + table + " WHERE " + column + " = ?", value);
    }
}
