package org.semblance.database;

import java.sql.SQLException;
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
                "INSERT INTO semblance.audit_entry OVERRIDING SYSTEM VALUE SELECT * FROM semblance.audit_entry"
                        + " ON CONFLICT (id) DO UPDATE SET actor = 'nobody'"
            })
    void nobody_changes_what_was_recorded(String change) throws Exception {
        assertThatThrownBy(() -> Sql.as(APP, DATABASE).run(change)).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> Sql.as(OWNER, DATABASE).run(change))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("semblance.audit_entry is append-only");
        assertThatThrownBy(() -> Sql.as(SUPERUSER, DATABASE).run("SET session_replication_role = replica", change))
                .hasMessageContaining("semblance.audit_entry is append-only");
        assertThat(Sql.as(APP, DATABASE).rows("SELECT actor FROM semblance.audit_entry"))
                .containsExactly("anna");
    }

    @Test
    void another_table_becomes_append_only_with_the_same_function() throws Exception {
        var owner = Sql.as(OWNER, DATABASE);
        owner.run(
                "CREATE TABLE sighting (id bigint)",
                "CREATE TRIGGER sighting_append_only_tg BEFORE UPDATE OR DELETE OR TRUNCATE ON sighting"
                        + " FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()");

        assertThatThrownBy(() -> owner.run("DELETE FROM sighting"))
                .hasMessageContaining("semblance.sighting is append-only: DELETE is refused");
    }
}
