package org.semblance.database;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.semblance.database.MigratedDatabase.Role.APP;
import static org.semblance.database.MigratedDatabase.Role.OWNER;
import static org.semblance.database.MigratedDatabase.Role.READ;

class RightsIT {
    private static final MigratedDatabase DATABASE = MigratedDatabase.fresh();
    private static final Sql OWNING = Sql.as(OWNER, DATABASE);
    private static final Sql WORKING = Sql.as(APP, DATABASE);
    private static final Sql READING = Sql.as(READ, DATABASE);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE mine (id bigint)",
                "CREATE TABLE jobs.mine (id bigint)",
                "CREATE TABLE public.mine (id bigint)",
                "CREATE TEMPORARY TABLE mine (id bigint)",
                "CREATE SCHEMA mine",
                "CREATE INDEX mine ON gallery (title)",
                "CREATE FUNCTION semblance.mine() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
                "ALTER TABLE gallery ADD COLUMN mine text",
                "ALTER TABLE audit_entry DISABLE TRIGGER ALL",
                "DROP TABLE gallery",
                "TRUNCATE gallery",
                "DELETE FROM flyway_schema_history",
                "SET ROLE semblance_owner"
            })
    void the_application_does_not_change_the_schema(String statement) {
        assertThatThrownBy(() -> WORKING.run(statement))
                .satisfiesAnyOf(
                        refusal -> assertThat(refusal).hasMessageContaining("permission denied"),
                        refusal -> assertThat(refusal).hasMessageContaining("must be owner"));
    }

    @Test
    void the_application_works_with_the_rows_and_knows_the_version_of_the_schema() throws Exception {
        WORKING.run("INSERT INTO gallery (name, title) VALUES ('visitors', 'Visitors')");

        assertThat(WORKING.rows("UPDATE gallery SET title = 'Guests' WHERE name = 'visitors' RETURNING title"))
                .containsExactly("Guests");
        assertThat(WORKING.rows("DELETE FROM gallery WHERE name = 'visitors' RETURNING name"))
                .containsExactly("visitors");
        assertThat(WORKING.row(SchemaVersion.INSTALLED_QUERY)).isEqualTo(SchemaVersion.newest());
    }

    @Test
    void the_application_learns_the_number_of_a_new_row_as_jpa_asks_for_it() throws Exception {
        try (var connection = DATABASE.app().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("INSERT INTO gallery (name, title) VALUES ('numbered', 'Numbered')");

            try (var number = statement.executeQuery("SELECT lastval() = max(id) FROM gallery")) {
                number.next();
                assertThat(number.getBoolean(1)).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO gallery (name, title) VALUES ('mine', 'Mine')",
                "UPDATE app_user SET status = 'disabled'",
                "DELETE FROM person",
                "TRUNCATE face",
                "CREATE TABLE mine (id bigint)",
                "UPDATE jobs.job_execution SET batchstatus = 'COMPLETED'"
            })
    void a_report_changes_nothing(String statement) {
        assertThatThrownBy(() -> READING.run(statement)).hasMessageContaining("read-only transaction");
        assertThatThrownBy(() -> READING.run("SET default_transaction_read_only = off", statement))
                .hasMessageContaining("permission denied");
    }

    @Test
    void a_report_reads_every_table() throws Exception {
        var tables = OWNING.rows("SELECT attrelid::regclass || ' (' || attname || ')' FROM pg_attribute"
                + " JOIN pg_class ON pg_class.oid = attrelid AND relkind IN ('r', 'p') AND NOT relispartition"
                + " WHERE relnamespace IN ('semblance'::regnamespace, 'jobs'::regnamespace) AND attnum > 0"
                + " AND NOT has_column_privilege('semblance_read', attrelid, attnum, 'SELECT') ORDER BY 1");

        assertThat(tables)
                .containsExactly(
                        "api_key (secret_sha256)",
                        "app_user (password_hash)",
                        "camera_source (password)",
                        "camera_source (url)",
                        "embedding (bits)",
                        "embedding (vector)",
                        "recovery_code (hash)",
                        "refresh_token (hash)",
                        "refresh_token (successor)",
                        "second_factor (secret)",
                        "signing_key (sealed_private_key)",
                        "user_similarity (similarity)",
                        "webhook (old_secret)",
                        "webhook (secret)",
                        "webhook (url)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT password_hash FROM app_user",
                "SELECT secret_sha256 FROM api_key",
                "SELECT sealed_private_key FROM signing_key",
                "SELECT vector FROM embedding",
                "SELECT secret FROM webhook",
                "SELECT password FROM camera_source",
                "SELECT bits FROM embedding_shared"
            })
    void a_report_sees_no_secret_and_no_biometric_template(String query) {
        assertThatThrownBy(() -> READING.rows(query)).hasMessageContaining("permission denied");
    }

    @Test
    void a_later_table_is_open_to_reports_and_closed_to_the_application() throws Exception {
        OWNING.run("CREATE TABLE later (id bigint)", "CREATE TABLE jobs.later (id bigint)");

        assertThat(READING.rows("SELECT * FROM later, jobs.later AS other")).isEmpty();
        assertThatThrownBy(() -> WORKING.rows("SELECT * FROM later")).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> WORKING.rows("SELECT * FROM jobs.later")).hasMessageContaining("permission denied");
    }
}
