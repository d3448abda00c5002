package org.semblance.gallery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.announcement.Announcement;
import org.semblance.announcement.AnnouncementType;
import org.semblance.platform.ExpectedVersion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.semblance.gallery.GalleryStores.ANNA;

/** What the outside is told of changes: ids, and nothing else. */
class AnnouncementsIT {
    private GalleryStores stores;
    private People people;
    private GalleryName staff;

    @BeforeEach
    void open() {
        stores = new GalleryStores();
        people = new People(stores);
        staff = people.gallery("staff");
        stores.announced.clear();
    }

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void galleries_are_made_changed_and_deleted() {
        people.gallery("visitors");
        stores.run(() -> stores.galleries.change(NewGallery.named("visitors"), ExpectedVersion.ANY));
        stores.in(() -> stores.galleryRemovals.remove(new GalleryName("visitors")));

        assertThat(names()).containsExactly("gallery.created", "gallery.changed", "gallery.deleted");
    }

    @Test
    void persons_come_and_go() {
        PersonId ada = people.person(staff, "Ada");
        FaceId face = people.face(ada);
        stores.run(() -> stores.removals.delete(ada, ANNA));
        stores.in(() -> stores.removals.restore(ada, ANNA));
        stores.in(() -> stores.removals.removeFace(face, ANNA));
        stores.in(() -> stores.removals.purge(ada, ANNA));

        assertThat(names())
                .containsExactly(
                        "person.enrolled",
                        "face.added",
                        "person.deleted",
                        "person.restored",
                        "face.deleted",
                        "person.purged");
        assertThat(stores.announced.get(1).data()).isEqualTo(Map.of("face", face.value(), "person", ada.value()));
        assertThat(stores.announced.toString()).doesNotContain("Ada");
    }

    @Test
    void persons_are_merged_split_and_told_apart_again() {
        PersonId ada = people.person(staff, "Ada");
        PersonId countess = people.person(staff, "Countess");
        people.face(ada);
        FaceId face = people.face(countess);
        stores.announced.clear();

        people.merge(ada, countess);
        PersonChangeId merge = people.changes(ada).get(0).id();
        people.undo(merge);
        FaceId second = people.face(countess);
        stores.announced.clear();
        PersonId part = stores.in(() -> stores.changes.split(countess, List.of(second), null, ANNA));
        stores.run(() -> stores.changes.move(List.of(face), ada, ANNA));

        assertThat(names()).containsExactly("person.split", "face.moved");
        assertThat(stores.announced.get(0).data())
                .containsEntry("person", countess.value())
                .containsEntry("part", part.value())
                .containsEntry("faces", List.of(second.value()));
        assertThat(stores.announced.get(1).data())
                .containsEntry("from", countess.value())
                .containsEntry("to", ada.value());
    }

    @Test
    void merges_and_their_undoing_name_both_persons() {
        PersonId ada = people.person(staff, "Ada");
        PersonId countess = people.person(staff, "Countess");
        stores.announced.clear();

        people.merge(ada, countess);
        people.undo(people.changes(ada).get(0).id());

        assertThat(names()).containsExactly("person.merged", "person.change-undone");
        assertThat(stores.announced.get(0).data())
                .containsEntry("person", ada.value())
                .containsEntry("merged", countess.value());
        assertThat(stores.announced.get(1).data()).containsEntry("kind", "merge");
    }

    /** The page is the contract with whoever writes receivers. */
    @Test
    void the_documentation_lists_every_event_with_its_example() throws IOException {
        String page = Files.readString(Path.of("../docs/webhooks.md"));

        for (AnnouncementType type : new GalleryAnnouncements().types()) {
            assertThat(page)
                    .contains("| `" + type.name() + "` | " + type.description() + " | `" + type.example() + "` |");
        }
    }

    private List<String> names() {
        return stores.announced.stream()
                .map(Announcement::type)
                .map(AnnouncementType::name)
                .toList();
    }
}
