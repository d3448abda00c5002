package org.semblance.lookalike;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.database.MigratedDatabase;
import org.semblance.gallery.PersonId;
import org.semblance.personaldata.Subject;
import org.semblance.vision.Embedding;

import static org.assertj.core.api.Assertions.assertThat;

class UserSimilaritiesIT {
    private static final int MOST = 4;

    private final Random random = new Random(11);
    private MigratedDatabase database;
    private LookalikeWorld world;
    private long gallery;

    @BeforeEach
    void open() {
        database = MigratedDatabase.fresh();
        world = new LookalikeWorld(database.app(), 1000);
        gallery = world.rows.gallery();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void each_user_lists_those_most_similar_and_each_pair_is_there_once() {
        users(30);

        world.run(MOST, false);

        assertThat(world.lists()).isEqualTo(world.truth(MOST));
        assertThat(world.pairs()).hasSizeBetween(30 * MOST / 2, 30 * MOST);
    }

    @Test
    void what_changes_between_runs_comes_to_the_same_as_working_everything_out_anew() {
        List<PersonId> persons = new ArrayList<>();
        List<UUID> users = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            PersonId person = world.person(gallery, look(), 1 + i % 3);
            persons.add(person);
            users.add(world.rows.user());
            world.claim(person, users.get(i));
        }
        world.run(MOST, false);

        for (int round = 0; round < 12; round++) {
            for (int change = 0; change <= round % 4; change++) {
                change(persons, users);
            }
            world.run(MOST, false);

            assertThat(world.lists()).as("round %d", round).isEqualTo(world.truth(MOST));
        }
        List<String> pairs = world.pairs();
        world.run(MOST, true);
        assertThat(world.pairs()).isEqualTo(pairs);
    }

    @Test
    void a_run_that_dies_anywhere_ends_as_one_that_was_not_disturbed() {
        List<UUID> users = users(30);
        world.run(MOST, false);
        world.user(gallery, look(), 2);
        world.rows.run("UPDATE person SET deleted_at = now() WHERE user_id = ?", users.get(3));
        world.begin(MOST, false);

        Optional<UUID> last = Optional.of(SimilarityStates.NOBODY);
        while (last.isPresent()) {
            last = world.goOn(MOST, last.get(), 1);
        }

        assertThat(world.lists()).isEqualTo(world.truth(MOST));
    }

    @Test
    void a_run_that_was_given_up_leaves_the_next_one_to_see_everything() {
        List<UUID> users = users(30);
        world.run(MOST, false);
        world.user(gallery, look(), 2);
        world.rows.run("UPDATE person SET suspended_at = now() WHERE user_id = ?", users.get(7));
        world.begin(MOST, false);
        world.goOn(MOST, SimilarityStates.NOBODY, 2);
        world.user(gallery, look(), 1);

        world.run(MOST, false);

        assertThat(world.lists()).isEqualTo(world.truth(MOST));
    }

    @Test
    void whose_faces_change_while_a_run_is_under_way_is_seen_by_the_next_one() {
        List<UUID> users = users(30);
        world.begin(MOST, false);
        Optional<UUID> last = world.goOn(MOST, SimilarityStates.NOBODY, 2);
        var person = new PersonId(world.rows.one("SELECT id FROM person WHERE user_id = ?", users.get(5)));
        world.face(gallery, person, look());
        world.goOn(MOST, last.orElseThrow(), 100);

        world.run(MOST, false);

        assertThat(world.lists()).isEqualTo(world.truth(MOST));
    }

    @Test
    void lists_get_longer_and_shorter_as_asked_for() {
        users(20);
        world.run(MOST, false);

        world.run(7, false);
        assertThat(world.lists()).isEqualTo(world.truth(7));
        world.run(2, false);
        assertThat(world.lists()).isEqualTo(world.truth(2));
        world.run(50, false);
        assertThat(world.lists()).isEqualTo(world.truth(50));
    }

    @Test
    void an_erased_person_leaves_no_pair_and_those_who_listed_them_are_looked_at_again() {
        List<UUID> users = users(20);
        world.run(MOST, false);
        long person = world.rows.one("SELECT id FROM person WHERE user_id = ?", users.get(2));

        new LookalikePersonalData(database.app()).erase(new Subject(Set.of(person), Set.of(), Set.of(), Set.of()));
        world.rows.run("DELETE FROM person WHERE id = ?", person);

        assertThat(world.pairs()).noneMatch(pair -> pair.contains(users.get(2).toString()));
        world.run(MOST, false);
        assertThat(world.lists()).isEqualTo(world.truth(MOST));
    }

    @Test
    void the_index_finds_most_of_them_when_there_are_too_many_users_to_compare_all() {
        world = new LookalikeWorld(database.app(), 10);
        users(40);

        world.run(MOST, false);

        var truth = world.truth(MOST);
        long found = world.lists().entrySet().stream()
                .mapToLong(list -> list.getValue().stream()
                        .filter(truth.getOrDefault(list.getKey(), List.of())::contains)
                        .count())
                .sum();
        assertThat(found).isGreaterThan(40 * MOST * 9 / 10);
    }

    private List<UUID> users(int count) {
        List<UUID> users = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            users.add(world.user(gallery, look(), 1 + i % 3));
        }
        return users;
    }

    /** Near one of a few, so that some look alike. */
    private Embedding look() {
        return world.vectors.stranger();
    }

    private void change(List<PersonId> persons, List<UUID> users) {
        PersonId person = persons.get(random.nextInt(persons.size()));
        UUID user = users.get(random.nextInt(users.size()));
        switch (random.nextInt(6)) {
            case 0 -> world.face(gallery, person, look());
            case 1 ->
                world.rows.run(
                        "DELETE FROM face WHERE id = (SELECT min(id) FROM face WHERE person_id = ?)", person.value());
            case 2 ->
                world.rows.run(
                        "UPDATE person SET deleted_at = CASE WHEN deleted_at IS NULL THEN now() END WHERE id = ?",
                        person.value());
            case 3 -> world.claim(person, user);
            case 4 -> world.rows.run("UPDATE person SET user_id = NULL WHERE id = ?", person.value());
            default -> {
                persons.add(world.person(gallery, look(), 1));
                users.add(world.rows.user());
                world.claim(persons.get(persons.size() - 1), users.get(users.size() - 1));
            }
        }
    }
}
