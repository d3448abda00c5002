package org.semblance.database;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.semblance.database.MigratedDatabase.Role.APP;
import static org.semblance.database.MigratedDatabase.Role.OWNER;
import static org.semblance.database.MigratedDatabase.Role.SUPERUSER;

/** What was seen stays as it was written; only who it was can be forgotten. */
class EventTablesIT {
    private static final String SEEN = "INSERT INTO semblance.recognition_events (id, timestamp, camera_id, gallery_id,"
            + " outcome, reason, person_id, matched_user_id, is_user_disabled, confidence, threshold, margin, quality,"
            + " model, is_unknown, sighting_id, is_late) VALUES (gen_random_uuid(), %s, 1, 2, 'matched', 'clear', %d,"
            + " gen_random_uuid(), true, 0.83, 0.5, 0.1, 0.7, 'made-up', false, gen_random_uuid(), false)";
    private static final String HAPPENED = "INSERT INTO semblance.camera_events (id, camera_id, event_type, timestamp)"
            + " VALUES (gen_random_uuid(), 1, 'online', %s)";

    private MigratedDatabase database;
    private Sql app;
    private Sql owner;

    @BeforeEach
    void two_events() throws SQLException {
        database = MigratedDatabase.fresh();
        app = Sql.as(APP, database);
        owner = Sql.as(OWNER, database);
        app.run(SEEN.formatted("now()", 7), HAPPENED.formatted("now()"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"recognition_events", "camera_events"})
    void nobody_changes_removes_or_empties(String table) throws SQLException {
        String partition = app.row("SELECT tableoid::regclass FROM semblance." + table);
        String before = app.row("SELECT * FROM semblance." + table);

        for (String target : List.of(table, partition)) {
            for (String change : List.of(
                    "UPDATE semblance.%s SET camera_id = 9", "DELETE FROM semblance.%s", "TRUNCATE semblance.%s")) {
                String sql = change.formatted(target);
                assertThatThrownBy(() -> app.run(sql)).hasMessageContaining("permission denied");
                assertThatThrownBy(() -> owner.run(sql)).hasMessageContaining("is append-only");
                assertThatThrownBy(() -> Sql.as(SUPERUSER, database).run("SET session_replication_role = replica", sql))
                        .hasMessageContaining("is append-only");
            }
        }

        assertThat(app.row("SELECT * FROM semblance." + table)).isEqualTo(before);
    }

    @Test
    void an_event_that_is_there_is_not_written_over() {
        String again = "INSERT INTO semblance.recognition_events SELECT * FROM semblance.recognition_events"
                + " ON CONFLICT (id, timestamp) DO UPDATE SET person_id = 9";

        assertThatThrownBy(() -> app.run(again)).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> owner.run(again)).hasMessageContaining("is append-only");
    }

    @Test
    void erasure_takes_the_person_away_and_nothing_else() throws SQLException {
        app.run(SEEN.formatted("now() - interval '40 days'", 7), SEEN.formatted("now()", 8));
        String rest = "SELECT to_jsonb(e) - '{person_id,matched_user_id,is_user_disabled}'::text[]"
                + " FROM semblance.recognition_events AS e ORDER BY id";
        List<String> before = app.rows(rest);

        assertThat(app.row("SELECT semblance.anonymise_events('{7,70}')")).isEqualTo("2");

        assertThat(app.rows(rest)).isEqualTo(before);
        assertThat(app.rows("SELECT person_id, matched_user_id IS NULL, is_user_disabled"
                        + " FROM semblance.recognition_events ORDER BY person_id"))
                .containsExactly("8 f t", "null t f", "null t f");
        assertThatThrownBy(() -> owner.run("UPDATE semblance.recognition_events SET person_id = NULL"))
                .hasMessageContaining("is append-only");
    }

    @Test
    void the_door_of_erasure_lets_nothing_else_through() {
        for (String change : List.of(
                "UPDATE semblance.recognition_events SET person_id = 9",
                "UPDATE semblance.recognition_events SET person_id = NULL, matched_user_id = NULL,"
                        + " is_user_disabled = false, outcome = 'rejected'",
                "UPDATE semblance.camera_events SET event_type = 'offline'",
                "DELETE FROM semblance.recognition_events",
                "TRUNCATE semblance.camera_events")) {
            assertThatThrownBy(() -> owner.run("SET semblance.event_door = 'anonymise'", change))
                    .as(change)
                    .hasMessageContaining("is append-only");
        }
        assertThatThrownBy(() ->
                        owner.run("SET semblance.event_door = 'move'", "DELETE FROM semblance.recognition_events"))
                .hasMessageContaining("is append-only");
    }

    @Test
    void months_are_there_before_they_begin_and_nobody_else_makes_or_fills_them() throws SQLException {
        assertThat(app.row("SELECT semblance.make_event_partitions(5)")).isEqualTo("4");
        assertThat(app.row("SELECT semblance.make_event_partitions(5)")).isEqualTo("0");
        assertThat(owner.row("SELECT count(*) FROM pg_inherits WHERE inhparent = 'semblance.camera_events'::regclass"))
                .isEqualTo("8");
        String partition = app.row("SELECT tableoid::regclass FROM semblance.camera_events");
        assertThatThrownBy(
                        () -> app.run("INSERT INTO semblance." + partition + " SELECT * FROM semblance.camera_events"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> app.run("SELECT semblance.make_event_partition('camera_events', '2020-01-01')"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void no_event_is_refused_for_its_time_and_late_ones_come_to_their_month() throws SQLException {
        String early = "timestamptz '2019-05-31 23:59:59Z'";
        app.run(SEEN.formatted(early, 7), HAPPENED.formatted(early), SEEN.formatted("now() + interval '9 years'", 8));
        String places = "SELECT tableoid::regclass FROM semblance.recognition_events WHERE timestamp < '2020-01-01'"
                + " OR timestamp > now() + interval '1 year' ORDER BY timestamp";
        String before = app.row("SELECT * FROM semblance.recognition_events WHERE person_id = 7 ORDER BY timestamp");
        assertThat(app.rows(places)).containsOnly("recognition_events_other");

        assertThat(app.row("SELECT semblance.make_event_partitions(3)")).isEqualTo("2");

        assertThat(app.rows(places)).containsExactly("recognition_events_2019_05", "recognition_events_other");
        assertThat(app.row("SELECT * FROM semblance.recognition_events WHERE person_id = 7 ORDER BY timestamp"))
                .isEqualTo(before);
        assertThatThrownBy(() -> owner.run("TRUNCATE semblance.recognition_events_2019_05"))
                .hasMessageContaining("is append-only");
    }

    @Test
    void months_go_but_what_a_legal_hold_keeps() throws SQLException {
        owner.run(
                "INSERT INTO gallery (name, title) VALUES ('staff', 'Staff')",
                "INSERT INTO person (gallery_id) SELECT id FROM gallery",
                "INSERT INTO legal_hold (person_id, reason, placed_by, placed_at)"
                        + " SELECT id, 'case 4', 'anna', now() FROM person");
        int held = Integer.parseInt(owner.row("SELECT id FROM person"));
        String early = "timestamptz '2019-05-02Z'";
        app.run(SEEN.formatted(early, held), SEEN.formatted(early, held + 1), SEEN.formatted(early, held + 2));
        app.run("SELECT semblance.make_event_partitions(3)");
        String drop = "SELECT rows, until FROM semblance.drop_old_recognition_events(now() - interval '1 year')";

        assertThat(app.row("SELECT rows, held FROM semblance.old_recognition_events(now() - interval '1 year')"))
                .isEqualTo("3 1");
        assertThat(app.row(drop)).startsWith("2 2019-06-01");
        assertThat(app.rows(drop)).isEmpty();
        app.run("SELECT semblance.make_event_partitions(3)");
        assertThat(app.rows(drop)).isEmpty();
        assertThat(app.rows("SELECT person_id, tableoid::regclass FROM semblance.recognition_events"
                        + " WHERE timestamp < '2020-01-01'"))
                .containsExactly(held + " recognition_events_2019_05");
        owner.run("UPDATE legal_hold SET released_at = now(), released_by = 'anna'");
        assertThat(app.row(drop)).startsWith("1 ");
    }
}
