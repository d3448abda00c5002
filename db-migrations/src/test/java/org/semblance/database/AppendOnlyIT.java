package org.semblance.database;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.semblance.database.MigratedDatabase.Role.APP;
import static org.semblance.database.MigratedDatabase.Role.OWNER;
import static org.semblance.database.MigratedDatabase.Role.SUPERUSER;

class AppendOnlyIT {
    private static final MigratedDatabase DATABASE = MigratedDatabase.fresh();

    @BeforeAll
    static void one_entry_exists() throws Exception {
        Sql.as(APP, DATABASE)
                .run("INSERT INTO audit_entry (occurred_at, actor, actor_kind, action, outcome)"
                        + " VALUES (now(), 'anna', 'user', 'gallery.created', 'success')");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE semblance.audit_entry SET actor = 'nobody'",
                "DELETE FROM semblance.audit_entry",
                "TRUNCATE semblance.audit_entry",
                "UPDATE semblance.%1$s SET actor = 'nobody'",
                "DELETE FROM semblance.%1$s",
                "TRUNCATE semblance.%1$s",
                "INSERT INTO semblance.audit_entry OVERRIDING SYSTEM VALUE SELECT * FROM semblance.audit_entry"
                        + " ON CONFLICT (id, occurred_at) DO UPDATE SET actor = 'nobody'"
            })
    void nobody_changes_what_was_recorded(String pattern) throws Exception {
        String change = pattern.formatted(partition());
        assertThatThrownBy(() -> Sql.as(APP, DATABASE).run(change)).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> Sql.as(OWNER, DATABASE).run(change))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("is append-only");
        assertThatThrownBy(() -> Sql.as(SUPERUSER, DATABASE).run("SET session_replication_role = replica", change))
                .hasMessageContaining("is append-only");
        assertThat(Sql.as(APP, DATABASE).rows("SELECT actor FROM semblance.audit_entry"))
                .containsExactly("anna");
    }

    @ParameterizedTest
    @ValueSource(strings = {"audit_seal", "audit_verification", "audit_finding"})
    void nobody_changes_what_guards_it(String table) {
        for (String change : List.of("DELETE FROM semblance.%s", "TRUNCATE semblance.%s CASCADE")) {
            assertThatThrownBy(() -> Sql.as(APP, DATABASE).run(change.formatted(table)))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> Sql.as(OWNER, DATABASE).run(change.formatted(table)))
                    .hasMessageContaining("is append-only");
        }
    }

    @Test
    void the_application_adds_to_no_partition_directly() throws Exception {
        String partition = partition();

        assertThatThrownBy(() -> Sql.as(APP, DATABASE)
                        .run("INSERT INTO semblance." + partition
                                + " (id, occurred_at, actor, actor_kind, action, outcome)"
                                + " VALUES (99, now(), 'anna', 'user', 'gallery.created', 'success')"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> Sql.as(APP, DATABASE).run("DROP TABLE semblance." + partition))
                .hasMessageContaining("must be owner");
    }

    @Test
    void months_are_there_before_they_begin() throws Exception {
        try (var database = MigratedDatabase.fresh()) {
            assertThat(Sql.as(APP, database).row("SELECT make_audit_partitions(5)"))
                    .isEqualTo("2");
            assertThat(Sql.as(APP, database).row("SELECT make_audit_partitions(5)"))
                    .isEqualTo("0");
            assertThat(Sql.as(OWNER, database)
                            .row("SELECT count(*) FROM pg_inherits WHERE inhparent = 'audit_entry'::regclass"))
                    .isEqualTo("7");
        }
    }

    @Test
    void a_month_that_nobody_prepared_is_recorded_nevertheless() throws Exception {
        try (var database = MigratedDatabase.fresh()) {
            var application = Sql.as(APP, database);
            application.run("INSERT INTO audit_entry (occurred_at, actor, actor_kind, action, outcome)"
                    + " VALUES (now() + interval '4 months', 'anna', 'user', 'gallery.created', 'success')");

            assertThat(application.row("SELECT tableoid::regclass FROM audit_entry"))
                    .isEqualTo("audit_entry_other");
            assertThat(application.row("SELECT make_audit_partitions(5)")).isEqualTo("1");
            assertThat(application.row("SELECT actor FROM audit_entry")).isEqualTo("anna");
        }
    }

    private static String partition() throws SQLException {
        return Sql.as(APP, DATABASE).row("SELECT DISTINCT tableoid::regclass FROM semblance.audit_entry");
    }

    @Test
    void another_table_becomes_append_only_with_the_same_function() throws Exception {
        var owner = Sql.as(OWNER, DATABASE);
        owner.run(
                "CREATE TABLE observation (id bigint)",
                "CREATE TRIGGER sighting_append_only_tg BEFORE UPDATE OR DELETE OR TRUNCATE ON observation"
                        + " FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()");

        assertThatThrownBy(() -> owner.run("DELETE FROM observation"))
                .hasMessageContaining("semblance.observation is append-only: DELETE is refused");
    }
}
