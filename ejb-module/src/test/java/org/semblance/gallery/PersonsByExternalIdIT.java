package org.semblance.gallery;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.semblance.gallery.PersonStore.Known;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.semblance.gallery.GalleryStores.ANNA;

/** Persons whom another system knows, many at once, on the migrated database. */
class PersonsByExternalIdIT {
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
    void finds_those_who_are_there_and_makes_the_others() {
        var gallery = people.gallery("some");
        PersonId ada = people.person(gallery, named("Ada", "hr-1"));
        stores.audited.clear();
        stores.announced.clear();

        List<Known> known = known(gallery, named("Zoe", "hr-9"), named("Ada", "hr-1"), named("Bob", "hr-2"));

        assertThat(known).extracting(Known::isNew).containsExactly(true, false, true);
        assertThat(known.get(1).id()).isEqualTo(ada);
        assertThat(people.summary(known.get(0).id()).traits())
                .isEqualTo(new PersonTraits("Zoe", "hr-9", Metadata.NONE, false, null));
        assertThat(people.summary(known.get(2).id()).traits().name()).isEqualTo("Bob");
        assertThat(stores.audited).hasSize(2).allMatch(event -> event.action().equals("person.created"));
        assertThat(stores.announced).hasSize(2);
    }

    @Test
    void somebody_asked_for_under_two_names_is_made_once_with_the_first() {
        var gallery = people.gallery("names");

        List<Known> known = known(gallery, named("Ada", "hr-1"), named("Ada L.", "hr-1"), named("Ada", "hr-1"));

        assertThat(known).extracting(Known::isNew).containsExactly(true, false, false);
        assertThat(known).extracting(Known::id).containsOnly(known.get(0).id());
        assertThat(people.summary(known.get(0).id()).traits().name()).isEqualTo("Ada");
    }

    @Test
    void whoever_was_merged_is_the_survivor() {
        var gallery = people.gallery("merged");
        PersonId kept = people.person(gallery, named("Ada", "hr-1"));
        people.merge(kept, people.person(gallery, named("Ada L.", "hr-2")));

        assertThat(known(gallery, named("Ada L.", "hr-2"), named("Ada", "hr-1")))
                .containsExactly(new Known(kept, false), new Known(kept, false));
    }

    @Test
    void refuses_all_when_one_is_deleted() {
        var gallery = people.gallery("deleted");
        PersonId gone = people.person(gallery, named("Ada", "hr-1"));
        stores.run(() -> stores.removals.delete(gone, ANNA));

        assertThatThrownBy(() -> known(gallery, named("Bob", "hr-2"), named("Ada", "hr-1")))
                .isInstanceOf(PersonDeletedException.class);
        assertThat(people.list(gallery)).isEmpty();
    }

    @Test
    void nobody_asked_for_is_nobody_made() {
        assertThat(known(people.gallery("nobody"))).isEmpty();
    }

    @Test
    void of_two_who_make_the_same_person_one_is_told_so() {
        var gallery = people.gallery("race");
        var other = new CompletableFuture<List<Known>>();
        stores.run(() -> {
            stores.persons.requireByExternalIds(gallery, List.of(named("A", "a"), named("B", "b")), ANNA);
            other.completeAsync(() -> known(gallery, named("B", "b"), named("C", "c"), named("A", "a")));
            stores.waitUntilSomebodyWaits();
        });

        assertThatThrownBy(() -> other.get(30, TimeUnit.SECONDS))
                .hasRootCauseInstanceOf(AlreadyExistsException.class)
                .rootCause()
                .hasMessageContaining("external id 'b'");
        assertThat(people.list(gallery)).hasSize(2);
    }

    @Test
    void a_gallery_that_goes_meanwhile_is_said_to_be_gone() {
        var gallery = people.gallery("going");
        var other = new CompletableFuture<List<Known>>();
        stores.run(() -> {
            stores.galleryRemovals.remove(gallery);
            other.completeAsync(() -> known(gallery, named("A", "a")));
            stores.waitUntilSomebodyWaits();
        });

        assertThatThrownBy(() -> other.get(30, TimeUnit.SECONDS))
                .hasRootCauseInstanceOf(GalleryNotFoundException.class)
                .rootCause()
                .hasMessageContaining("'going'");
    }

    private static NewPerson named(String name, String externalId) {
        return new NewPerson(name, externalId);
    }

    private static List<Known> known(GalleryName gallery, NewPerson... persons) {
        return stores.in(() -> stores.persons.requireByExternalIds(gallery, List.of(persons), ANNA));
    }
}
