package org.semblance.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.platform.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.semblance.gallery.GalleryStores.ANNA;

/** Whatever was merged, split and moved: undone, it is as if it had never happened. */
class ChangeUndoIT {
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

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void undoing_everything_in_reverse_order_restores_exactly_what_there_was(long seed) {
        var random = new Random(seed);
        var gallery = people.gallery("random-" + seed);
        var all = new ArrayList<PersonId>();
        for (int i = 0; i < 6; i++) {
            var traits = new Metadata(random.nextBoolean() ? Map.of("k" + random.nextInt(3), "v" + i) : Map.of());
            String name = random.nextBoolean() ? "Person " + i : null;
            all.add(people.person(gallery, new NewPerson(name, name == null ? null : "x" + i, traits, i == 2, null)));
            for (int f = random.nextInt(4); f >= 0; f--) {
                people.face(all.get(i));
            }
        }
        List<String> before = everything(gallery);

        for (int step = 0; step < 15; step++) {
            change(gallery, random);
        }
        standing(gallery).forEach(people::undo);

        assertThat(everything(gallery)).isEqualTo(before);
    }

    /** One change at random; what is refused is passed over. */
    private void change(GalleryName gallery, Random random) {
        List<PersonId> all = people.list(gallery);
        PersonId one = all.get(random.nextInt(all.size()));
        PersonId other = all.get(random.nextInt(all.size()));
        List<FaceId> faces = people.facesOf(one);
        try {
            switch (random.nextInt(4)) {
                case 0 -> people.merge(one, other);
                case 1 -> stores.in(() -> stores.changes.split(one, faces.subList(0, faces.size() / 2), null, ANNA));
                case 2 -> stores.run(() -> stores.changes.move(faces, other, ANNA));
                default ->
                    stores.run(() -> stores.changes.move(faces.subList(0, Math.min(1, faces.size())), null, ANNA));
            }
        } catch (Problem refused) {
            assertThat(refused).isNotNull();
        }
    }

    /** Everybody who is there, and every face, as texts. */
    private static List<String> everything(GalleryName gallery) {
        return texts("""
                SELECT CAST(row(person.id, name, external_id, metadata, public_figure, user_id) AS text)
                  FROM person WHERE gallery_id = (SELECT id FROM gallery WHERE name = ?1)
                   AND merged_into IS NULL AND deleted_at IS NULL
                 UNION ALL
                SELECT CAST(row(face.id, face.person_id, assigned_by, embedding.person_id, searchable) AS text)
                  FROM face LEFT JOIN embedding ON face_id = face.id
                 WHERE face.gallery_id = (SELECT id FROM gallery WHERE name = ?1)
                 ORDER BY 1
                """, gallery).stream().map(String::valueOf).toList();
    }

    /** The last first. */
    private static List<PersonChangeId> standing(GalleryName gallery) {
        return texts("""
                SELECT id FROM person_change WHERE gallery_id = (SELECT id FROM gallery WHERE name = ?1)
                   AND undone_at IS NULL ORDER BY id DESC
                """, gallery).stream()
                .map(id -> new PersonChangeId(((Number) id).longValue()))
                .toList();
    }

    private static List<?> texts(String query, GalleryName gallery) {
        return stores.in(() -> (List<?>) stores.entities
                .createNativeQuery(query)
                .setParameter(1, gallery.value())
                .getResultList());
    }
}
