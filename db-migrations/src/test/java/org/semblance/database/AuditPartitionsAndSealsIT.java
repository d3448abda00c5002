package org.semblance.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.semblance.database.MigratedDatabase.Role.OWNER;

/** What the trail of an older version becomes. */
class AuditPartitionsAndSealsIT {
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final List<String> BEFORE = List.of("V20261121_0000", "V20261121_0050");

    @Test
    void entries_of_the_old_trail_go_to_their_months_and_keep_their_numbers() throws Exception {
        try (var database = MigratedDatabase.prepared()) {
            var owner = Sql.as(OWNER, database);
            owner.run(
                    "CREATE SCHEMA semblance",
                    "CREATE TABLE semblance.flyway_schema_history (installed_rank integer,"
                            + " version text, description text, type text, script text, checksum integer, installed_by text,"
                            + " installed_on timestamptz, execution_time integer, success boolean)");
            for (String version : BEFORE) {
                owner.run(migration(version));
            }
            owner.run("INSERT INTO semblance.audit_entry (occurred_at, actor, actor_kind, action, outcome)"
                    + " SELECT timestamptz '2026-08-31 23:59Z' + i * interval '20 days', 'anna', 'user', 'gallery.created',"
                    + " 'success' FROM generate_series(0, 4) AS i");

            owner.run(migration("V20261121_0820"));

            owner.run("INSERT INTO semblance.audit_entry (occurred_at, actor, actor_kind, action, outcome)"
                    + " VALUES ('2026-08-01Z', 'anna', 'user', 'gallery.created', 'success')");
            assertThat(owner.rows("SELECT id, tableoid::regclass FROM semblance.audit_entry ORDER BY id"))
                    .containsExactly(
                            "1 audit_entry_2026_08",
                            "2 audit_entry_2026_09",
                            "3 audit_entry_2026_10",
                            "4 audit_entry_2026_10",
                            "5 audit_entry_2026_11",
                            "6 audit_entry_2026_08");
        }
    }

    private static String migration(String version) throws IOException {
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            Path file = files.filter(path -> path.getFileName().toString().startsWith(version))
                    .findFirst()
                    .orElseThrow();
            return Files.readString(file);
        }
    }
}
