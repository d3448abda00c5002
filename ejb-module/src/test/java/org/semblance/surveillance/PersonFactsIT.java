package org.semblance.surveillance;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.semblance.database.MigratedDatabase;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.search.GalleryRows;

import static org.assertj.core.api.Assertions.assertThat;

class PersonFactsIT {
    private static final PersonId START = new PersonId(0);

    private static MigratedDatabase database;
    private static GalleryRows rows;
    private static PersonFacts facts;

    @BeforeAll
    static void open() {
        database = MigratedDatabase.fresh();
        rows = new GalleryRows(database.app());
        facts = new PersonFacts(database.app());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void tells_what_doors_go_by() {
        long gallery = rows.gallery();
        PersonId ada = rows.person(gallery);
        UUID user = claimed(ada);
        long department = rows.one("INSERT INTO department (name) VALUES ('Research') RETURNING id");
        rows.run("UPDATE app_user SET department_id = ?, status = 'disabled' WHERE id = ?", department, user);
        rows.run("UPDATE person SET name = 'Ada' WHERE id = ?", ada.value());
        give(user, "auditor", null);
        give(user, "enroller", gallery);
        give(user, "auditor", gallery);
        give(user, "member", rows.gallery());

        var known = facts.find(List.of(ada));

        assertThat(known)
                .containsExactly(Map.entry(
                        ada,
                        new KnownPerson(ada, gallery, "Ada", user, true, "Research", Set.of("auditor", "enroller"))));
    }

    @Test
    void somebody_whom_no_user_claims_has_neither_roles_nor_a_department() {
        long gallery = rows.gallery();
        PersonId bob = rows.person(gallery);

        var known = facts.find(List.of(bob, bob));

        assertThat(known).containsExactly(Map.entry(bob, unclaimed(bob, gallery)));
    }

    @Test
    void whoever_was_merged_is_the_survivor_and_who_may_not_be_recognised_is_missing() {
        long gallery = rows.gallery();
        PersonId survivor = rows.person(gallery);
        PersonId middle = rows.person(gallery);
        PersonId first = rows.person(gallery);
        PersonId deleted = rows.person(gallery);
        PersonId suspended = rows.person(gallery);
        rows.run("UPDATE person SET merged_into = ? WHERE id = ?", survivor.value(), middle.value());
        rows.run("UPDATE person SET merged_into = ? WHERE id = ?", middle.value(), first.value());
        rows.run("UPDATE person SET deleted_at = now() WHERE id = ?", deleted.value());
        rows.run("UPDATE person SET suspended_at = now() WHERE id = ?", suspended.value());

        var known = facts.find(List.of(first, survivor, deleted, suspended, new PersonId(987_654)));

        assertThat(known)
                .containsOnly(
                        Map.entry(first, unclaimed(survivor, gallery)),
                        Map.entry(survivor, unclaimed(survivor, gallery)));
        assertThat(facts.list(List.of(gallery), START, 10)).containsExactly(unclaimed(survivor, gallery));
        assertThat(facts.find(List.of())).isEmpty();
    }

    @Test
    void lists_several_galleries_in_the_order_of_ids_page_by_page() {
        long one = rows.gallery();
        long other = rows.gallery();
        PersonId a = rows.person(one);
        PersonId b = rows.person(other);
        rows.person(rows.gallery());
        PersonId c = rows.person(one);

        assertThat(facts.list(List.of(one, other, one), START, 2))
                .extracting(KnownPerson::id)
                .containsExactly(a, b);
        assertThat(facts.list(List.of(one, other), b, 2))
                .extracting(KnownPerson::id)
                .containsExactly(c);
        assertThat(facts.list(List.of(), START, 2)).isEmpty();
    }

    private static KnownPerson unclaimed(PersonId person, long gallery) {
        return new KnownPerson(person, gallery, null, null, false, null, Set.of());
    }

    private static UUID claimed(PersonId person) {
        UUID user = rows.user();
        rows.run("UPDATE person SET user_id = ? WHERE id = ?", user, person.value());
        return user;
    }

    private static void give(UUID user, String role, @Nullable Long gallery) {
        rows.run(
                "INSERT INTO user_role (user_id, role_id, gallery_id) SELECT ?, id, ? FROM role WHERE name = ?",
                user,
                gallery,
                role);
    }
}
