package org.semblance.identity;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.database.MigratedDatabase;
import org.semblance.platform.Permissions;

import static org.assertj.core.api.Assertions.assertThat;

/** What the migrated schema says that a user may do; every change is made as another node would make it. */
class GrantsIT {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final UUID ADA = new UUID(0, 1);
    private static final SessionSettings SETTINGS =
            new SessionSettings(Duration.ofHours(24), Duration.ofHours(1), Duration.ZERO, Duration.ofMinutes(5));

    private static MigratedDatabase database;
    private UUID session;

    @BeforeAll
    static void open() {
        database = MigratedDatabase.fresh();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void ada_has_signed_in() {
        run("DELETE FROM app_user");
        run("DELETE FROM gallery");
        run("INSERT INTO app_user (id, username, display_name, password_hash) VALUES ('" + ADA
                + "', 'ada', 'Ada North', 'hash')");
        session = new SessionStore(database.app(), SETTINGS, new Recorded(), at(NOON)).begin(ADA, SessionKind.API);
    }

    @Test
    void without_a_role_a_user_may_do_nothing() {
        SignedInUser user = find(NOON);

        assertThat(user.username()).isEqualTo("ada");
        assertThat(user.displayName()).isEqualTo("Ada North");
        assertThat(user.permissions()).isEmpty();
        assertThat(user.session()).isEqualTo(new SessionProof(session, NOON));
    }

    @Test
    void a_role_given_everywhere_holds_everywhere() {
        give("auditor", "NULL");

        SignedInUser user = find(NOON);

        assertThat(user.scope(Permissions.AUDIT_READ)).isEqualTo(Scope.EVERYWHERE);
        assertThat(user.scope(Permissions.PERSON_READ)).isEqualTo(Scope.NOWHERE);
    }

    @Test
    void roles_in_galleries_add_up() {
        long staff = gallery("staff");
        long guests = gallery("guests");
        give("security-operator", Long.toString(staff));
        give("enroller", Long.toString(guests));
        give("member", "NULL");

        SignedInUser user = find(NOON);

        assertThat(user.scope(Permissions.PERSON_READ)).isEqualTo(Scope.of(Set.of(staff, guests)));
        assertThat(user.scope(Permissions.PERSON_ENROLL)).isEqualTo(Scope.of(Set.of(guests)));
        assertThat(user.scope(Permissions.VISION_DETECT)).isEqualTo(Scope.EVERYWHERE);
    }

    @Test
    void a_role_that_is_taken_counts_no_more_at_the_next_request() {
        give("auditor", "NULL");
        assertThat(find(NOON).permissions()).isNotEmpty();

        run("DELETE FROM user_role");

        assertThat(find(NOON).permissions()).isEmpty();
    }

    @Test
    void a_gallery_takes_its_roles_with_it() {
        give("enroller", Long.toString(gallery("staff")));

        run("DELETE FROM gallery");

        assertThat(find(NOON).permissions()).isEmpty();
    }

    @Test
    void a_disabled_user_is_nobody_in_every_session_and_without_one() {
        run("UPDATE app_user SET status = 'disabled'");

        assertThat(grants(NOON).find(ADA, session)).isEmpty();
        assertThat(grants(NOON).find(ADA)).isEmpty();
    }

    @Test
    void a_revoked_session_has_ended_and_the_user_has_not() {
        run("UPDATE user_session SET revoked_at = now(), revoked_because = 'revoked'");

        assertThat(grants(NOON).find(ADA, session)).isEmpty();
        assertThat(grants(NOON).find(ADA)).isPresent();
    }

    @Test
    void a_session_that_nobody_uses_ends() {
        assertThat(grants(NOON.plus(Duration.ofMinutes(59))).find(ADA, session)).isPresent();
        assertThat(grants(NOON.plus(Duration.ofMinutes(118))).find(ADA, session))
                .as("used an hour before")
                .isPresent();
        assertThat(grants(NOON.plus(Duration.ofMinutes(179))).find(ADA, session))
                .isEmpty();
    }

    @Test
    void a_session_ends_however_much_it_is_used() {
        for (var busy = Duration.ZERO; busy.toHours() < 24; busy = busy.plusMinutes(59)) {
            assertThat(grants(NOON.plus(busy)).find(ADA, session))
                    .as("%s", busy)
                    .isPresent();
        }

        assertThat(grants(NOON.plus(Duration.ofHours(24))).find(ADA, session)).isEmpty();
    }

    @Test
    void nobody_comes_in_by_anothers_session() {
        assertThat(grants(NOON).find(new UUID(0, 2), session)).isEmpty();
    }

    private SignedInUser find(Instant now) {
        return grants(now).find(ADA, session).orElseThrow();
    }

    private static Grants grants(Instant now) {
        return new Grants(database.app(), SETTINGS, at(now));
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private static void give(String role, String gallery) {
        run("INSERT INTO user_role (user_id, role_id, gallery_id) SELECT '" + ADA + "', id, " + gallery
                + " FROM role WHERE name = '" + role + "'");
    }

    private static long gallery(String name) {
        return run("INSERT INTO gallery (name, title) VALUES ('" + name + "', 'A gallery') RETURNING id");
    }

    /** Runs a statement; the number that it returns, if it returns one. */
    private static long run(String sql) {
        try (var connection = database.app().getConnection();
                var statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return 0;
            }
            try (var row = statement.getResultSet()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
