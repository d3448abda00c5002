package org.semblance.gallery;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.semblance.database.MigratedDatabase;
import org.semblance.identity.CurrentUser;
import org.semblance.identity.Scope;
import org.semblance.identity.SignedInUser;
import org.semblance.platform.Permissions;
import org.semblance.platform.Statements;
import org.semblance.storage.ImageKey;

import static org.assertj.core.api.Assertions.assertThat;

/** Persons by a few letters, over all galleries that the caller may see. */
class PersonLookupIT {
    private static MigratedDatabase database;
    private static PersonLookupService lookup;
    private static long staff;
    private static long guests;

    @BeforeAll
    static void open() {
        database = MigratedDatabase.fresh();
        lookup = new PersonLookupService(database.app());
        staff = gallery("staff");
        guests = gallery("guests");
        person(staff, "Ada Lovelace", "e-17");
        person(staff, "Lovis Corinth", null);
        person(guests, "Grace Hopper", "love");
        person(guests, "100% Anna", null);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @AfterEach
    void signOut() {
        CurrentUser.end();
    }

    @Test
    void finds_words_within_names_and_external_ids_and_puts_first_who_begins_so() {
        callWith(Scope.EVERYWHERE);

        assertThat(lookup.find("LOV", 5))
                .extracting(PersonFound::name)
                .containsExactly("Lovis Corinth", "Ada Lovelace", "Grace Hopper");
    }

    @Test
    void finds_somebody_by_number() {
        callWith(Scope.EVERYWHERE);
        PersonFound grace = lookup.find("grace", 5).get(0);

        assertThat(lookup.find(grace.id().toString(), 5)).first().isEqualTo(grace);
        assertThat(lookup.find("9".repeat(40), 5)).isEmpty();
    }

    @Test
    void finds_nobody_where_the_caller_may_not_look() {
        callWith(Scope.of(Set.of(guests)));

        assertThat(lookup.find("lov", 5)).extracting(PersonFound::gallery).containsExactly(new GalleryName("guests"));
    }

    @Test
    void takes_signs_of_the_database_for_letters_and_nothing_for_nobody() {
        callWith(Scope.EVERYWHERE);

        assertThat(lookup.find("100%", 5)).extracting(PersonFound::name).containsExactly("100% Anna");
        assertThat(lookup.find("_da", 5)).isEmpty();
        assertThat(lookup.find(" ", 5)).isEmpty();
    }

    @Test
    void knows_whom_a_user_claims_to_be_where_the_caller_may_look() {
        var sql = new Statements(database.owner());
        var user = new UUID(7, 7);
        sql.change("""
                INSERT INTO semblance.app_user (id, username, display_name, password_hash, status, created_at)
                VALUES (?, 'ada', 'Ada', 'none', 'active', now())
                """, user);
        sql.change("UPDATE semblance.person SET user_id = ? WHERE name IN ('Ada Lovelace', '100% Anna')", user);

        callWith(Scope.EVERYWHERE);
        assertThat(lookup.claimedBy(user)).hasSize(2);
        assertThat(lookup.claimedBy(new UUID(8, 8))).isEmpty();
        callWith(Scope.of(Set.of(staff)));
        assertThat(lookup.claimedBy(user)).extracting(PersonFound::name).containsExactly("Ada Lovelace");
    }

    @Test
    void brings_the_picture_that_stands_for_whoever_has_one() {
        new Statements(database.owner()).change("""
                WITH picture AS (
                    INSERT INTO semblance.image (key, sha256, media_type, size_bytes, width, height, retention_class)
                    SELECT 'crops/' || quality || '.png', sha256(''), 'image/png', 1, 1, 1, 'enrolled'
                      FROM unnest(ARRAY['worse', 'best']) AS quality
                    RETURNING id, key)
                INSERT INTO semblance.face (person_id, gallery_id, image_id, crop_image_id,
                                            box_x, box_y, box_width, box_height, landmarks, confidence, quality)
                SELECT person.id, person.gallery_id, picture.id, picture.id, 0, 0, 1, 1,
                       array_fill(0::real, ARRAY[10]), 1, CASE key WHEN 'crops/best.png' THEN 1 ELSE 0.5 END
                  FROM picture, semblance.person WHERE person.name = 'Grace Hopper'
                """);

        callWith(Scope.EVERYWHERE);
        assertThat(lookup.find("grace", 5))
                .extracting(PersonFound::picture)
                .containsExactly(new ImageKey("crops/best.png"));
        assertThat(lookup.find("lovis", 5)).extracting(PersonFound::picture).containsOnlyNulls();
    }

    private static void callWith(Scope scope) {
        var scopes = Map.of(Permissions.PERSON_READ, scope);
        CurrentUser.begin(new SignedInUser(new UUID(0, 1), "ada", "Ada", scopes, null));
    }

    private static long gallery(String name) {
        return new Statements(database.owner())
                .first(
                        "INSERT INTO semblance.gallery (name, title) VALUES (?, 'Some') RETURNING id",
                        row -> row.getLong(1),
                        name)
                .orElseThrow();
    }

    private static void person(long gallery, String name, @Nullable String externalId) {
        new Statements(database.owner()).list("""
                        INSERT INTO semblance.person (gallery_id, name, external_id, created_at)
                        VALUES (?, ?, ?, now()) RETURNING id
                        """, row -> row.getLong(1), gallery, name, externalId);
    }
}
