package org.semblance.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What must be true of a database before it is migrated; each refusal says what to do. */
final class Preconditions {
    private static final int OLDEST_SERVER = 150000;
    private static final String OLDEST_PGVECTOR = "0.8.0";

    private final Connection connection;

    Preconditions(Connection connection) {
        this.connection = connection;
    }

    void require() throws SQLException {
        // So that every object is described with its schema.
        required("SELECT set_config('search_path', 'pg_catalog', false)");
        requireServer();
        requirePgvector();
        requireRoles();
        requireOwner();
        if (first("SELECT to_regclass('" + SchemaVersion.HISTORY + "')") == null) {
            requireNothingForeign();
            return;
        }
        requireNoHalfDoneMigration();
        requireKnownVersion();
    }

    private void requireServer() throws SQLException {
        if (Integer.parseInt(required("SHOW server_version_num")) < OLDEST_SERVER) {
            throw new MigrationRefused(
                    "PostgreSQL " + required("SHOW server_version") + " is too old: use PostgreSQL 15 or newer");
        }
    }

    private void requirePgvector() throws SQLException {
        String version = first("SELECT extversion FROM pg_extension WHERE extname = 'vector'");
        if (version == null) {
            throw new MigrationRefused(missingPgvector());
        }
        if (Arrays.compare(numbers(version), numbers(OLDEST_PGVECTOR)) < 0) {
            throw new MigrationRefused("pgvector " + version + " is too old: install " + OLDEST_PGVECTOR
                    + " or newer on the database server, then run prepare.sql again");
        }
        String schema = required("SELECT extnamespace::regnamespace FROM pg_extension WHERE extname = 'vector'");
        if (!schema.equals("public")) {
            throw new MigrationRefused("pgvector is in the schema " + schema
                    + ": let the database administrator run ALTER EXTENSION vector SET SCHEMA public");
        }
    }

    private String missingPgvector() throws SQLException {
        if (first("SELECT name FROM pg_available_extensions WHERE name = 'vector'") != null) {
            return "pgvector is not enabled in this database: let the database administrator run prepare.sql,"
                    + " or CREATE EXTENSION vector SCHEMA public";
        }
        int major = Integer.parseInt(required("SHOW server_version_num")) / 10000;
        return "pgvector is not installed on the database server: install the package postgresql-" + major
                + "-pgvector or build " + OLDEST_PGVECTOR + " or newer, then run prepare.sql";
    }

    private void requireRoles() throws SQLException {
        List<String> missing =
                all("SELECT wanted.name FROM (VALUES ('semblance_app'), ('semblance_read')) AS wanted (name)"
                        + " WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted.name)");
        if (!missing.isEmpty()) {
            throw new MigrationRefused(
                    "The role " + missing.get(0) + " is missing: let the database administrator run prepare.sql");
        }
    }

    private void requireOwner() throws SQLException {
        String stranger = first("SELECT current_user WHERE NOT has_database_privilege(current_database(), 'CREATE')"
                + " OR EXISTS (SELECT FROM pg_namespace WHERE nspname IN ('semblance', 'jobs')"
                + " AND NOT pg_has_role(nspowner, 'USAGE'))");
        if (stranger != null) {
            throw new MigrationRefused("The user " + stranger + " does not own the schema: set SEMBLANCE_DB_OWNER_USER"
                    + " to the role that does, which is semblance_owner after prepare.sql");
        }
    }

    /** Without its history a schema may be anybody's: nothing in it is touched, and nothing is assumed about it. */
    private void requireNothingForeign() throws SQLException {
        List<String> foreign = all("SELECT pg_describe_object(classid, objid, objsubid) FROM pg_depend"
                + " WHERE refclassid = 'pg_namespace'::regclass AND classid <> 'pg_default_acl'::regclass"
                + " AND refobjid IN (to_regnamespace('semblance'), to_regnamespace('jobs')) ORDER BY 1");
        if (!foreign.isEmpty()) {
            throw new MigrationRefused("This database holds what Semblance did not make (" + foreign.get(0)
                    + (foreign.size() > 1 ? " and " + (foreign.size() - 1) + " more" : "")
                    + "): use an empty database, or restore the table " + SchemaVersion.HISTORY);
        }
    }

    /** Only a migration without a transaction, such as an index made beside the work, can fail half-way. */
    private void requireNoHalfDoneMigration() throws SQLException {
        String version = first("SELECT min(version) FROM " + SchemaVersion.HISTORY + " WHERE NOT success");
        if (version != null) {
            throw new MigrationRefused("Migration " + version + " stopped half-way: drop what it left (such as an"
                    + " invalid index), delete its row from " + SchemaVersion.HISTORY + " and run this again");
        }
    }

    private void requireKnownVersion() throws SQLException {
        String installed = first(SchemaVersion.INSTALLED_QUERY);
        if (installed != null && installed.compareTo(SchemaVersion.newest()) > 0) {
            throw new MigrationRefused("The schema is at " + installed + ", newer than this program knows ("
                    + SchemaVersion.newest() + "): start the newer Semblance, or restore a backup made before it");
        }
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("\\D+")).mapToInt(Integer::parseInt).toArray();
    }

    private String required(String query) throws SQLException {
        String value = first(query);
        if (value == null) {
            throw new IllegalStateException("No answer to " + query);
        }
        return value;
    }

    private @Nullable String first(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    private List<String> all(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
