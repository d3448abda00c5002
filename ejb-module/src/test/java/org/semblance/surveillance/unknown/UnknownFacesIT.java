package org.semblance.surveillance.unknown;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.GalleryStores;
import org.semblance.gallery.PersonChangeId;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.search.NearestQuery;
import org.semblance.identity.Scope;
import org.semblance.vision.Embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.semblance.gallery.GalleryStores.ANNA;

/** Who walks by is kept once a sighting, and recognised as who walked by before. */
class UnknownFacesIT {
    private static final int AT_ONCE = 8;

    private static GalleryStores stores;

    @SuppressWarnings("NullAway") // made before each test
    private UnknownWorld world;

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
    void the_second_sighting_of_somebody_makes_a_recurring_stranger() {
        Embedding look = world.look();

        KeptFace first = world.keep(look);
        KeptFace second = world.keep(
                world.seen(UUID.randomUUID(), world.like(look, 0.7), 0.8, UnknownWorld.NOON.plusSeconds(60)));

        assertThat(first.isRecurring()).isFalse();
        assertThat(second.isRecurring()).isTrue();
        assertThat(second.stranger()).isEqualTo(first.stranger());
        Stranger stranger = world.stranger(first.stranger());
        assertThat(stranger.sightings()).isEqualTo(2);
        assertThat(stranger.waiting()).isEqualTo(2);
        assertThat(stranger.firstSeen()).isEqualTo(UnknownWorld.NOON);
        assertThat(stranger.lastSeen()).isEqualTo(UnknownWorld.NOON.plusSeconds(60));
        assertThat(stranger.best()).extracting(Stranger.Best::face).isEqualTo(second.face());
        assertThat(world.face(first.face()).state()).isEqualTo(UnknownState.NEW);
    }

    @Test
    void somebody_who_does_not_look_alike_is_another_stranger() {
        Embedding look = world.look();

        KeptFace first = world.keep(look);
        KeptFace other = world.keep(world.like(look, 0.45));

        assertThat(other.stranger()).isNotEqualTo(first.stranger());
        assertThat(other.isRecurring()).isFalse();
    }

    @Test
    void a_better_picture_of_the_same_sighting_takes_the_place_of_the_worse_one() {
        UUID sighting = UUID.randomUUID();
        Embedding look = world.look();
        StrangerSeen worse = world.seen(sighting, look, 0.4);
        StrangerSeen better = world.seen(sighting, world.like(look, 0.8), 0.9, UnknownWorld.NOON.plusSeconds(2));
        var old = world.key(worse.imageId());

        KeptFace first = world.keep(worse);
        KeptFace second = world.keep(better);

        assertThat(second.face()).isEqualTo(first.face());
        assertThat(second.sightings()).isEqualTo(1);
        assertThat(second.unused()).containsExactly(old);
        assertThat(images(worse.imageId())).isZero();
        UnknownFace shown = world.face(first.face());
        assertThat(shown.crop()).isEqualTo(world.key(better.imageId()));
        assertThat(shown.quality()).isCloseTo(0.9, within(1e-6));
        assertThat(shown.seenAt()).isEqualTo(better.at());
        assertThat(similarity(first.face(), better.embedding())).isCloseTo(1, within(0.01));
    }

    @Test
    void a_worse_picture_of_the_same_sighting_is_passed_over() {
        UUID sighting = UUID.randomUUID();
        Embedding look = world.look();
        KeptFace first = world.keep(world.seen(sighting, look, 0.8));
        StrangerSeen worse = world.seen(sighting, look, 0.8);
        var key = world.key(worse.imageId());

        KeptFace second = world.keep(worse);

        assertThat(second.face()).isEqualTo(first.face());
        assertThat(second.unused()).containsExactly(key);
        assertThat(images(worse.imageId())).isZero();
    }

    @Test
    void a_picture_that_is_told_twice_is_kept_once() {
        StrangerSeen seen = world.seen(UUID.randomUUID(), world.look(), 0.8);

        KeptFace first = world.keep(seen);
        KeptFace again = world.keep(seen);

        assertThat(again).isEqualTo(first);
        assertThat(images(seen.imageId())).isEqualTo(1);
        assertThat(world.stranger(first.stranger()).sightings()).isEqualTo(1);
    }

    @Test
    void several_servers_that_see_the_same_stranger_at_once_found_one() throws Exception {
        Embedding look = world.look();
        List<StrangerSeen> all = IntStream.range(0, AT_ONCE)
                .mapToObj(i -> world.seen(UUID.randomUUID(), world.like(look, 0.9), 0.7))
                .toList();

        List<KeptFace> kept = UnknownWorld.atOnce(all.stream()
                .map(seen -> (Callable<KeptFace>) () -> world.keep(seen))
                .toList());

        assertThat(kept.stream().map(KeptFace::stranger).distinct()).hasSize(1);
        assertThat(world.stranger(kept.get(0).stranger()).sightings()).isEqualTo(AT_ONCE);
        assertThat(kept).extracting(KeptFace::sightings).doesNotHaveDuplicates();
    }

    @Test
    void several_servers_that_bring_the_same_sighting_at_once_keep_its_best_picture() throws Exception {
        UUID sighting = UUID.randomUUID();
        Embedding look = world.look();
        List<StrangerSeen> all = IntStream.range(0, AT_ONCE)
                .mapToObj(i -> world.seen(sighting, look, 0.1 * (i + 1)))
                .toList();

        List<KeptFace> kept = UnknownWorld.atOnce(all.stream()
                .map(seen -> (Callable<KeptFace>) () -> world.keep(seen))
                .toList());

        assertThat(kept.stream().map(KeptFace::face).distinct()).hasSize(1);
        assertThat(world.face(kept.get(0).face()).quality()).isCloseTo(0.8, within(1e-6));
        assertThat(kept.stream().mapToInt(one -> one.unused().size()).sum()).isEqualTo(AT_ONCE - 1);
    }

    @Test
    void who_was_dismissed_is_counted_and_stays_out_of_the_queue() {
        Embedding look = world.look();
        KeptFace first = world.keep(look);
        world.change(
                "UPDATE unknown_face SET state = 'dismissed' WHERE face_id = ?",
                first.face().value());
        world.change(
                "UPDATE stranger SET state = 'dismissed', decided_by = 'grace', decided_at = now() WHERE id = ?",
                first.stranger().value());

        KeptFace later = world.keep(world.like(look, 0.9));

        assertThat(later.stranger()).isEqualTo(first.stranger());
        assertThat(later.isDismissed()).isTrue();
        assertThat(world.face(later.face()).state()).isEqualTo(UnknownState.DISMISSED);
        assertThat(world.face(later.face()).decidedBy()).isEqualTo("grace");
        assertThat(world.stranger(first.stranger()).sightings()).isEqualTo(2);
    }

    @Test
    void whom_people_said_a_stranger_is_not_holds_for_later_faces() {
        Embedding look = world.look();
        PersonId anna = world.person("Anna", world.like(look, 0.6), 3);
        KeptFace first = world.keep(look);
        assertThat(world.stores.in(() -> world.suggestions.of(world.gallery, List.of(first.face()))))
                .containsKey(first.face());
        stores.run(() -> stores.changes.reject(first.face(), anna, ANNA));

        KeptFace later = world.keep(world.like(look, 0.95));

        assertThat(stores.in(() -> stores.faces.rejectedPersons(later.face()))).containsExactly(anna);
        assertThat(stores.in(() -> world.suggestions.of(world.gallery, List.of(first.face(), later.face()))))
                .isEmpty();
    }

    @Test
    void whom_a_face_looks_like_is_told_below_the_threshold_too() {
        Embedding look = world.look();
        PersonId anna = world.person("Anna", world.like(look, 0.7), 3);
        PersonId carla = world.person("Carla", world.look(), 3);
        KeptFace kept = world.keep(look);

        var near = stores.in(() -> world.suggestions.nearest(world.gallery, kept.face(), 9));
        stores.run(() -> stores.changes.reject(kept.face(), anna, ANNA));
        var others = stores.in(() -> world.suggestions.nearest(world.gallery, kept.face(), 9));

        assertThat(near.threshold()).isEqualTo(0.5);
        assertThat(near.candidates()).extracting(one -> one.person()).containsExactly(anna, carla);
        assertThat(near.candidates().get(0).name()).isEqualTo("Anna");
        assertThat(near.candidates().get(0).crop()).isNotNull();
        assertThat(near.candidates().get(1).similarity()).isLessThan(0.5);
        assertThat(others.candidates()).extracting(one -> one.person()).containsExactly(carla);
    }

    @Test
    void faces_that_wait_are_counted_and_found_by_their_sighting() {
        var sighting = UUID.randomUUID();
        KeptFace kept = world.keep(world.seen(sighting, world.look(), 0.7));
        world.keep(world.look());

        assertThat(stores.in(() -> world.rows.waiting(Optional.of(world.name), Scope.EVERYWHERE)))
                .isEqualTo(2);
        assertThat(stores.in(() -> world.rows.waiting(Optional.empty(), Scope.NOWHERE)))
                .isZero();
        assertThat(stores.in(() -> world.rows.find(sighting)).orElseThrow().id())
                .isEqualTo(kept.face());
    }

    @Test
    void a_face_that_finds_a_person_elsewhere_waits_no_longer_until_that_is_undone() {
        Embedding look = world.look();
        KeptFace kept = world.keep(look);
        PersonId anna = world.person("Anna", look, 1);

        stores.run(() -> stores.changes.move(List.of(kept.face()), anna, ANNA));
        UnknownFace assigned = world.face(kept.face());
        Stranger known = world.stranger(kept.stranger());
        String retention = retention(kept.face());
        var change =
                new PersonChangeId(world.number("SELECT max(id) FROM person_change WHERE person_id = ?", anna.value()));
        stores.run(() -> stores.undo.undo(change, ANNA));

        assertThat(assigned.state()).isEqualTo(UnknownState.ASSIGNED);
        assertThat(assigned.person()).isEqualTo(anna);
        assertThat(known.state()).isEqualTo(StrangerState.KNOWN);
        assertThat(known.person()).isEqualTo(anna);
        assertThat(retention).isEqualTo("enrolled");
        assertThat(world.face(kept.face()).state()).isEqualTo(UnknownState.NEW);
        assertThat(world.stranger(kept.stranger()).state()).isEqualTo(StrangerState.OPEN);
        assertThat(retention(kept.face())).isEqualTo("temporary");
    }

    @Test
    void the_last_two_faces_of_a_stranger_given_away_at_once_leave_nobody_open() throws Exception {
        Embedding look = world.look();
        KeptFace one = world.keep(look);
        KeptFace other = world.keep(world.like(look, 0.9));
        PersonId anna = world.person("Anna", look, 1);
        PersonId bert = world.person("Bert", world.look(), 1);

        UnknownWorld.atOnce(List.of(moving(one, anna), moving(other, bert)));

        assertThat(world.stranger(one.stranger()).state()).isEqualTo(StrangerState.KNOWN);
    }

    private static Callable<Boolean> moving(KeptFace face, PersonId person) {
        return () -> stores.in(() -> {
            stores.changes.move(List.of(face.face()), person, ANNA);
            return true;
        });
    }

    @Test
    void faces_of_nobody_are_nobody_in_searches_for_persons() {
        Embedding look = world.look();
        world.keep(look);

        assertThat(stores.in(() -> stores.embeddings
                        .nearestPersons(NearestQuery.of(world.gallery, look, 5))
                        .found()))
                .isEmpty();
    }

    private String retention(FaceId face) {
        return world.text(
                "SELECT retention_class FROM image WHERE id = (SELECT crop_image_id FROM face WHERE id = ?)",
                face.value());
    }

    private double similarity(FaceId face, Embedding look) {
        return stores.in(() -> stores.embeddings.find(face, UnknownWorld.MODEL))
                .orElseThrow()
                .similarity(look);
    }

    private long images(long id) {
        return world.number("SELECT count(*) FROM image WHERE id = ?", id);
    }
}
