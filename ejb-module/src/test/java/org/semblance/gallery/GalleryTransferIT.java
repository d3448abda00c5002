package org.semblance.gallery;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semblance.gallery.search.NearestQuery;
import org.semblance.platform.Statements;
import org.semblance.transfer.ArchiveRefusedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A gallery goes out as a file and comes in again. */
class GalleryTransferIT {
    private static GalleryStores stores;
    private static People people;

    @TempDir
    Path directory;

    private TransferWorld world;

    @BeforeAll
    static void open() {
        stores = new GalleryStores();
        people = new People(stores);
    }

    @AfterAll
    static void close() {
        stores.close();
    }

    @BeforeEach
    void connect() {
        world = new TransferWorld(stores, people, directory);
    }

    @Test
    void what_went_out_comes_in_and_is_found_again() throws Exception {
        var from = world.gallery("from", 5);
        var to = new GalleryName("to");
        var gone =
                stores.in(() -> stores.persons.requireByExternalId(from, new NewPerson("p", "p3"), TransferWorld.JOB));
        stores.run(() -> stores.removals.delete(gone, TransferWorld.JOB));

        try (var archive = world.open(world.exported(from))) {
            archive.verify();
            stores.run(() -> world.imports.prepare(to, archive, TransferWorld.JOB));
            world.bring(archive, to, 0);
        }

        assertThat(persons(to)).hasSize(4).isEqualTo(persons(from));
        assertThat(found(to, 1)).isEqualTo(found(from, 1)).doesNotStartWith("p1");
        for (int i : new int[] {0, 2, 4}) {
            assertThat(found(to, i)).isEqualTo(found(from, i)).startsWith("p" + i + " 1.0");
        }
        assertThat(stores.in(() -> stores.galleries.requireSummary(to)).rules())
                .isEqualTo(
                        stores.in(() -> stores.galleries.requireSummary(from)).rules());
        assertThat(words(to)).isEqualTo(words(from)).containsExactly("p1 recognition withdrawn");
    }

    @Test
    void goes_on_after_the_last_person_that_was_kept() throws Exception {
        var from = world.gallery("cut", 5);
        var to = new GalleryName("cut-to");

        try (var archive = world.open(world.exported(from))) {
            stores.run(() -> world.imports.prepare(to, archive, TransferWorld.JOB));
            var all = TransferWorld.all(archive, 0);
            stores.run(() -> all.subList(0, 2).forEach(person -> world.add(archive, to, person)));
            assertThatThrownBy(() -> stores.run(() -> {
                        world.add(archive, to, all.get(2));
                        throw new IllegalStateException("dead");
                    }))
                    .hasMessage("dead");
            stores.run(() -> world.imports.prepare(new GalleryName("cut-other"), archive, TransferWorld.JOB));
            world.bring(archive, to, all.get(1).id());
        }

        assertThat(persons(to)).isEqualTo(persons(from));
    }

    @Test
    void goes_into_no_gallery_that_holds_somebody() {
        var full = world.gallery("full", 1);

        assertThatThrownBy(() -> stores.run(() -> world.imports.check(full)))
                .isInstanceOf(ArchiveRefusedException.class);
    }

    @Test
    void leaves_nothing_when_it_is_cut_short() {
        var from = world.gallery("stopped", 3);

        assertThatThrownBy(() -> stores.in(() -> world.export.write(TransferWorld.order(from), done -> {
                    throw new java.util.concurrent.CancellationException();
                })))
                .isInstanceOf(java.util.concurrent.CancellationException.class);

        assertThat(directory).isEmptyDirectory();
    }

    private List<String> persons(GalleryName gallery) {
        return new Statements(stores.database.app()).list("""
                SELECT concat_ws(' ', p.name, p.external_id, p.metadata::text, p.suspended_at IS NOT NULL,
                                 string_agg(concat_ws(' ', encode(i.sha256, 'hex'), encode(c.sha256, 'hex'), f.box_x, f.landmarks,
                                                      f.quality, e.vector::text), ';' ORDER BY f.id)) AS line
                  FROM person p JOIN gallery g ON g.id = p.gallery_id
                  JOIN face f ON f.person_id = p.id JOIN image i ON i.id = f.image_id JOIN image c ON c.id = f.crop_image_id
                  JOIN embedding e ON e.face_id = f.id
                 WHERE g.name = ? AND p.deleted_at IS NULL
                 GROUP BY p.id ORDER BY p.external_id
                """, row -> row.getString(1), gallery.value());
    }

    private List<String> words(GalleryName gallery) {
        return new Statements(stores.database.app()).list("""
                SELECT concat_ws(' ', p.external_id, c.purpose, c.state)
                  FROM consent c JOIN person p ON p.id = c.person_id JOIN gallery g ON g.id = p.gallery_id WHERE g.name = ?
                """, row -> row.getString(1), gallery.value());
    }

    private String found(GalleryName gallery, int person) {
        return stores.in(() -> {
            long id = stores.galleries.require(gallery).id();
            var near = stores.embeddings
                    .nearestFaces(NearestQuery.of(id, new Faces(2L * person).embedding(), 1))
                    .found()
                    .get(0);
            return new Statements(stores.current())
                    .first(
                            "SELECT external_id FROM person JOIN face ON person.id = person_id WHERE face.id = ?",
                            row -> "%s %.3f".formatted(rowText(row), near.similarity()),
                            near.face().value())
                    .orElseThrow();
        });
    }

    private static String rowText(java.sql.ResultSet row) throws java.sql.SQLException {
        return row.getString(1);
    }
}
