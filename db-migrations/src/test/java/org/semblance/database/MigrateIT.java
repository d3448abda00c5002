package org.semblance.database;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.semblance.database.MigratedDatabase.Role.APP;
import static org.semblance.database.MigratedDatabase.Role.OWNER;

class MigrateIT {
    private final MigratedDatabase database = MigratedDatabase.prepared();
    private final Sql administrator = new Sql(database.superuser());
    private final Map<String, String> environment = new HashMap<>(
            Map.of("SEMBLANCE_DB_URL", database.url(), "SEMBLANCE_DB_OWNER_PASSWORD", database.password(OWNER)));

    private String report = "";
    private String complaints = "";

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void tells_each_migration_and_where_the_schema_is() {
        int exitCode = migrate();

        assertThat(complaints).isEmpty();
        assertThat(exitCode).isZero();
        assertThat(report)
                .startsWith("Applied 20261121.0000 platform schemas and rights\n")
                .endsWith("migrations applied\n")
                .contains("Schema is at " + SchemaVersion.newest() + ": ");
    }

    @Test
    void does_nothing_the_second_time() {
        migrate();

        int exitCode = migrate();

        assertThat(exitCode).isZero();
        assertThat(report).isEqualTo("Schema is at " + SchemaVersion.newest() + ": nothing to do\n");
    }

    @Test
    void leaves_foreign_tables_alone() throws Exception {
        administrator.run(
                "CREATE SCHEMA semblance AUTHORIZATION semblance_owner", "CREATE TABLE semblance.stranger (id bigint)");

        assertRefused("did not make (table semblance.stranger): use an empty database");
        assertThat(administrator.row("SELECT to_regclass('semblance.flyway_schema_history')"))
                .isEqualTo("null");
    }

    @Test
    void leaves_a_foreign_job_schema_alone() throws Exception {
        administrator.run(
                "CREATE SCHEMA jobs AUTHORIZATION semblance_owner",
                "CREATE VIEW jobs.a AS SELECT 1",
                "CREATE VIEW jobs.b AS SELECT 1");

        assertRefused("did not make (view jobs.a and 1 more)");
    }

    @Test
    void takes_a_schema_that_an_administrator_made_in_advance() throws Exception {
        administrator.run(
                "CREATE SCHEMA semblance AUTHORIZATION semblance_owner",
                "CREATE SCHEMA jobs AUTHORIZATION semblance_owner");

        assertThat(migrate()).isZero();
    }

    @Test
    void says_when_nobody_listens() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            environment.put(
                    "SEMBLANCE_DB_URL", "jdbc:postgresql://127.0.0.1:" + socket.getLocalPort() + "/x?password=hidden");
        }

        assertRefused(
                "Cannot connect to jdbc:postgresql://127.0.0.1:", "start the database, or check SEMBLANCE_DB_URL");
        assertThat(complaints).doesNotContain("hidden");
    }

    @Test
    void says_when_the_password_is_wrong_without_telling_it() {
        environment.put("SEMBLANCE_DB_OWNER_PASSWORD", "not-the-password");

        assertRefused(
                "refused the user semblance_owner: check SEMBLANCE_DB_OWNER_USER and SEMBLANCE_DB_OWNER_PASSWORD");
        assertThat(complaints).doesNotContain("not-the-password");
    }

    @Test
    void says_when_the_database_does_not_exist() {
        environment.put("SEMBLANCE_DB_URL", database.url().replaceFirst("[^/]+$", "nowhere"));

        assertRefused("/nowhere does not exist: make it with prepare.sql");
    }

    @Test
    void says_when_pgvector_is_not_enabled() throws Exception {
        administrator.run("DROP EXTENSION vector");

        assertRefused("pgvector is not enabled in this database: let the database administrator run prepare.sql");
    }

    @Test
    void says_when_pgvector_is_too_old() throws Exception {
        administrator.run("UPDATE pg_extension SET extversion = '0.7.4' WHERE extname = 'vector'");

        assertRefused("pgvector 0.7.4 is too old: install 0.8.0 or newer");
    }

    @Test
    void says_when_pgvector_is_where_the_application_does_not_look() throws Exception {
        administrator.run("CREATE SCHEMA extensions", "ALTER EXTENSION vector SET SCHEMA extensions");

        assertRefused("pgvector is in the schema extensions", "SET SCHEMA public");
    }

    @Test
    void is_run_by_the_owner_only() {
        environment.put("SEMBLANCE_DB_OWNER_USER", APP.user());
        environment.put("SEMBLANCE_DB_OWNER_PASSWORD", database.password(APP));

        assertRefused("The user semblance_app does not own the schema: set SEMBLANCE_DB_OWNER_USER");
    }

    @Test
    void leaves_a_newer_schema_alone() throws Exception {
        migrate();
        administrator.run("INSERT INTO semblance.flyway_schema_history"
                + " VALUES (99, '29991231.2359', 'later', 'SQL', 'V29991231_2359__later.sql', 1, 'x', now(), 1, true)");

        assertRefused("The schema is at 29991231.2359, newer than this program knows (" + SchemaVersion.newest() + ")");
    }

    @Test
    void says_when_a_migration_stopped_half_way() throws Exception {
        migrate();
        administrator.run("UPDATE semblance.flyway_schema_history SET success = false WHERE version = '20261121.0080'");

        assertRefused("Migration 20261121.0080 stopped half-way: drop what it left");
    }

    @Test
    void notices_an_edited_migration() throws Exception {
        migrate();
        administrator.run("UPDATE semblance.flyway_schema_history SET checksum = 1 WHERE version = '20261121.0010'");

        assertRefused("not those of this program", "20261121.0010");
    }

    @Test
    void undoes_a_failed_migration_and_goes_on_from_there() throws Exception {
        administrator.run(
                "CREATE FUNCTION public.full_disk() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN"
                        + " IF current_query() LIKE '%semblance.face %' THEN RAISE 'No space left'; END IF; END $$",
                "CREATE EVENT TRIGGER full_disk ON ddl_command_start WHEN TAG IN ('CREATE TABLE')"
                        + " EXECUTE FUNCTION public.full_disk()");
        assertRefused("A migration failed and was rolled back: remove the cause", "ERROR: No space left");
        assertThat(administrator.row(SchemaVersion.INSTALLED_QUERY)).isEqualTo("20261121.0010");
        assertThat(administrator.row("SELECT to_regclass('semblance.gallery')")).isEqualTo("null");

        administrator.run("DROP EVENT TRIGGER full_disk");

        assertThat(migrate()).isZero();
        assertThat(report).startsWith("Applied 20261121.0020 ");
    }

    private void assertRefused(String... parts) {
        int exitCode = migrate();

        assertThat(exitCode).isEqualTo(1);
        assertThat(complaints).startsWith("Not migrated. ").contains(parts);
        assertThat(complaints.lines()).hasSize(1);
    }

    private int migrate() {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exitCode = Migrate.run(environment, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
        report = out.toString(UTF_8);
        complaints = err.toString(UTF_8);
        return exitCode;
    }
}
