package org.semblance.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.semblance.audit.AuditEvent;
import org.semblance.platform.Statements;
import org.semblance.storage.ImageKey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.semblance.gallery.GalleryStores.ANNA;

/** Removing galleries of any size on the migrated database. */
class GalleryRemovalsIT {
    private static final Faces FACES = new Faces(17);

    private static GalleryStores stores;
    private static People people;

    @BeforeAll
    static void open() {
        stores = new GalleryStores();
        people = new People(stores);
    }

    @AfterAll
    static void close() {
        stores.close();
    }

    @Test
    void a_small_gallery_goes_at_once() {
        var gallery = people.gallery("small");
        people.face(people.person(gallery, "Ada"));

        assertThat(stores.in(() -> stores.galleryRemovals.removePart(gallery))).isEmpty();
        assertThat(stores.in(() -> stores.galleryRemovals.remove(gallery))).hasSize(2);

        assertThatThrownBy(() -> stores.in(() -> stores.galleries.require(gallery)))
                .isInstanceOf(GalleryNotFoundException.class);
    }

    @Test
    void a_gallery_of_many_persons_goes_person_by_person_with_all_their_images() {
        stores.announced.clear();
        var gallery = people.gallery("many-persons");
        var other = people.gallery("another");
        PersonId stays = people.person(other, "Stays");
        people.face(stays);
        PersonId ada = people.person(gallery, "Ada");
        PersonId alias = people.person(gallery, "Alias");
        people.face(ada);
        people.face(alias);
        people.merge(ada, alias);
        crowd(gallery, 1200);
        PersonId last = people.person(gallery, "Last");
        people.face(last);

        List<ImageKey> first =
                stores.in(() -> stores.galleryRemovals.removePart(gallery)).orElseThrow();

        assertThat(first).hasSize(4);
        assertThat(people.facesOf(last)).hasSize(1);
        assertThat(removeParts(gallery)).isEqualTo(1);
        assertThat(stores.in(() -> stores.galleryRemovals.remove(gallery))).hasSize(2);
        assertThat(people.facesOf(stays)).hasSize(1);
        assertThat(stores.audited)
                .filteredOn(event -> event.subjectId().equals(gallery.value()))
                .extracting(AuditEvent::action)
                .containsExactly("gallery.created", "gallery.part-deleted", "gallery.part-deleted", "gallery.deleted");
        assertThat(stores.announced)
                .filteredOn(announced -> announced.type().name().startsWith("gallery."))
                .hasSize(3);
    }

    @Test
    void a_gallery_of_many_faces_that_are_nobodys_goes_in_parts_too() {
        var gallery = people.gallery("many-faces");
        people.face(people.person(gallery, "Ada"));
        sql().change("""
                WITH crop AS (INSERT INTO image (key, sha256, media_type, size_bytes, width, height, retention_class)
                              SELECT 'crops/' || number || '.png', sha256(CAST(number AS text)::bytea), 'image/png', 1, 112, 112,
                                     'enrolled'
                                FROM generate_series(1, 10001) AS number
                              RETURNING id)
                INSERT INTO face (gallery_id, image_id, crop_image_id, box_x, box_y, box_width, box_height, landmarks,
                                  confidence, quality)
                SELECT gallery_id, image_id, crop.id, 1, 1, 9, 9, landmarks, 0.9, 0.9
                  FROM face CROSS JOIN crop
                 WHERE gallery_id = (SELECT id FROM gallery WHERE name = ?)
                """, gallery.value());

        List<ImageKey> ofAda =
                stores.in(() -> stores.galleryRemovals.removePart(gallery)).orElseThrow();

        assertThat(ofAda).as("the photo shows others, too").hasSize(1);
        assertThat(removeParts(gallery)).isEqualTo(2);
        assertThat(stores.in(() -> stores.galleryRemovals.remove(gallery)))
                .as("of the last face the crop and the photo")
                .hasSize(2);
    }

    @Test
    void nothing_goes_while_a_legal_hold_keeps_somebody() {
        var gallery = people.gallery("held");
        crowd(gallery, 600);
        PersonId held = people.person(gallery, "Held");
        sql().change(
                        "INSERT INTO legal_hold (person_id, reason, placed_by, placed_at) VALUES (?, 'a case', 'anna', now())",
                        held.value());

        assertThatThrownBy(() -> stores.in(() -> stores.galleryRemovals.removePart(gallery)))
                .isInstanceOf(PersonHeldException.class);

        stores.in(() -> stores.persons.requireSummary(held, Optional.empty()));
        assertThat(people.list(gallery)).hasSize(200);
    }

    @Test
    void who_is_enrolled_while_a_gallery_goes_leaves_no_images() throws Exception {
        var gallery = people.gallery("enrolling");
        PersonId ada = people.person(gallery, "Ada");
        var removing = new CompletableFuture<List<ImageKey>>();
        people.face(ada);
        stores.run(() -> {
            var newcomer = stores.persons.add(gallery, new NewPerson("Newcomer", null), ANNA);
            removing.completeAsync(() -> stores.in(() -> stores.galleryRemovals.remove(gallery)));
            stores.waitUntilSomebodyWaits();
            stores.faces.add(List.of(face(ada), face(newcomer)), ANNA);
        });

        assertThat(removing.get(30, TimeUnit.SECONDS)).hasSize(6);
        assertThat(sql().first("SELECT count(*) FROM face", row -> row.getLong(1)))
                .isEqualTo(sql().first("SELECT count(*) / 2 FROM image", row -> row.getLong(1)));
    }

    private static NewFace face(PersonId person) {
        return new NewFace(person, Faces.analyzed(FACES.embedding(), 0.8), FACES.image(), FACES.image());
    }

    /** How many there were. */
    private static int removeParts(GalleryName gallery) {
        List<List<ImageKey>> parts = new ArrayList<>();
        var part = stores.in(() -> stores.galleryRemovals.removePart(gallery));
        while (part.isPresent()) {
            parts.add(part.get());
            part = stores.in(() -> stores.galleryRemovals.removePart(gallery));
        }
        return parts.size();
    }

    private static Statements sql() {
        return new Statements(stores.database.owner());
    }

    private static void crowd(GalleryName gallery, int size) {
        List<NewPerson> crowd = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            crowd.add(new NewPerson("Somebody " + i, null));
        }
        stores.run(() -> crowd.forEach(person -> stores.persons.add(gallery, person, ANNA)));
    }
}
