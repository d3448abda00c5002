package org.semblance.gallery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.semblance.lifetime.Portion;
import org.semblance.lifetime.RetentionKind;
import org.semblance.platform.Statements;
import org.semblance.storage.ImageKey;
import org.semblance.storage.ImageStore;
import org.semblance.storage.NewImage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.semblance.gallery.GalleryStores.ANNA;
import static org.semblance.gallery.GalleryStores.NOON;

/** Persons whose time to be brought back is over, and what is remembered of their changes. */
class DeletedPersonsIT {
    private static GalleryStores stores;
    private static People people;
    private static Removed images;
    private static RetentionKind kind;

    @BeforeAll
    static void open() {
        stores = new GalleryStores();
        people = new People(stores);
        images = new Removed();
        kind = new DeletedPersons(stores.removals, images, new GallerySettings(Duration.ofDays(30)))
                .on(stores.current());
    }

    @AfterAll
    static void close() {
        stores.close();
    }

    @Test
    void only_those_whose_time_is_over_go_and_their_pictures_with_them() {
        var gallery = people.gallery("period");
        PersonId old = deleted(people.person(gallery, "Old"), 0, 1);
        PersonId older = deleted(people.person(gallery, "Older"), 0, 2);
        PersonId recent = deleted(people.person(gallery, "Recent"), 20, 1);
        Instant cutoff = NOON.plus(Duration.ofDays(10));

        images.keys.clear();
        Portion counted = count(cutoff);
        Portion removed = emptied(cutoff);

        assertThat(counted.rows()).isEqualTo(2);
        assertThat(counted.bytes()).isPositive();
        assertThat(removed.rows()).isEqualTo(counted.rows());
        assertThat(removed.bytes()).isEqualTo(counted.bytes());
        assertThat(images.keys).hasSize(6);
        assertThat(exists(old) || exists(older)).isFalse();
        assertThat(exists(recent)).isTrue();
        assertThat(stores.audited).anyMatch(event -> event.action().equals("person.purged"));
    }

    @Test
    void whom_a_legal_hold_keeps_stays_by_whatever_id_they_are_held() {
        var gallery = people.gallery("held");
        PersonId held = people.person(gallery, "Held");
        PersonId alias = people.person(gallery, "Alias");
        people.merge(held, alias);
        deleted(held, 0, 1);
        hold(alias, "NULL");
        Instant cutoff = NOON.plus(Duration.ofDays(10));

        assertThat(count(cutoff).held()).isEqualTo(1);
        assertThat(emptied(cutoff).rows()).isZero();
        assertThat(exists(held)).isTrue();

        sql().change("UPDATE legal_hold SET until = now() - interval '1 second' WHERE person_id = ?", alias.value());
        assertThat(emptied(cutoff).rows()).isEqualTo(1);
    }

    @Test
    void somebody_who_is_being_brought_back_is_not_waited_for_and_stays() {
        var gallery = people.gallery("brought-back");
        PersonId ada = deleted(people.person(gallery, "Ada"), 0, 1);
        Instant cutoff = NOON.plus(Duration.ofDays(10));

        long purged = org.semblance.TestTransaction.in(stores.database.app(), user -> {
            new Statements(user).first("SELECT id FROM person WHERE id = ? FOR UPDATE", row -> 1, ada.value());
            return emptied(cutoff).rows();
        });

        assertThat(purged).isZero();
        assertThat(exists(ada)).isTrue();
        assertThat(emptied(cutoff).rows()).isEqualTo(1);
    }

    @Test
    void what_it_takes_to_undo_changes_goes_but_not_of_somebody_held() {
        var gallery = people.gallery("changes");
        PersonId ada = people.person(gallery, "Ada");
        PersonId bob = people.person(gallery, "Bob");
        people.face(ada);
        people.merge(ada, people.person(gallery, "A"));
        people.merge(bob, people.person(gallery, "B"));
        hold(bob, "NULL");
        RetentionKind changes = new UndoRecords().on(stores.current());
        Instant cutoff = Instant.now();

        Portion counted = stores.in(() -> changes.count(cutoff));
        Portion removed = stores.in(() -> changes.purge(cutoff, 100));

        assertThat(counted.held()).isEqualTo(1);
        assertThat(removed.rows()).isEqualTo(counted.rows()).isPositive();
        assertThat(one("SELECT count(*) FROM person_change WHERE person_id = " + bob))
                .isEqualTo(1);
        assertThat(one("SELECT count(*) FROM person_change WHERE person_id = " + ada))
                .isZero();
    }

    private static PersonId deleted(PersonId person, int day, int faces) {
        for (int i = 0; i < faces; i++) {
            people.face(person);
        }
        stores.clock = Clock.fixed(NOON.plus(Duration.ofDays(day)), ZoneOffset.UTC);
        stores.run(() -> stores.removals.delete(person, ANNA));
        stores.clock = Clock.fixed(NOON, ZoneOffset.UTC);
        return person;
    }

    private static void hold(PersonId person, String until) {
        sql().change(
                        "INSERT INTO legal_hold (person_id, reason, until, placed_by, placed_at) VALUES (?, 'x', "
                                + until + ", 'anna', now())",
                        person.value());
    }

    private static Portion count(Instant cutoff) {
        return stores.in(() -> kind.count(cutoff));
    }

    private static Portion emptied(Instant cutoff) {
        Portion removed = Portion.NOTHING;
        for (Portion one = purge(cutoff); !one.isEmpty(); one = purge(cutoff)) {
            kind.followUp(one);
            removed = removed.with(one);
        }
        return removed;
    }

    private static Portion purge(Instant cutoff) {
        return stores.in(() -> kind.purge(cutoff, 500));
    }

    private static boolean exists(PersonId person) {
        return one("SELECT count(*) FROM person WHERE id = " + person) > 0;
    }

    private static long one(String query) {
        return sql().first(query, row -> row.getLong(1)).orElseThrow();
    }

    private static Statements sql() {
        return new Statements(stores.database.owner());
    }

    /** Remembers whose bytes were removed. */
    private static final class Removed implements ImageStore {
        private final List<ImageKey> keys = new ArrayList<>();

        @Override
        public void putAll(List<NewImage> all) {
            throw new UnsupportedOperationException();
        }

        @Override
        public byte[] get(ImageKey key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void deleteAll(Collection<ImageKey> gone) {
            keys.addAll(gone);
        }

        @Override
        public void takeBack(Collection<ImageKey> gone) {
            deleteAll(gone);
        }

        @Override
        public void checkWritable() {
            // Always.
        }
    }
}
