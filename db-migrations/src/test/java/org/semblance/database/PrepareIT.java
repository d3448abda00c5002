package org.semblance.database;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PrepareIT {
    private static final MigratedDatabase DATABASE = MigratedDatabase.fresh();

    private final Sql administrator = new Sql(DATABASE.superuser());

    @Test
    void may_be_repeated_and_prints_nothing() {
        assertThat(PreparedCluster.get().prepare(DATABASE.name())).isEmpty();
    }

    @Test
    void sets_a_changed_right_straight() throws Exception {
        administrator.run("ALTER ROLE semblance_app CREATEDB");

        PreparedCluster.get().prepare(DATABASE.name());

        assertThat(administrator.rows("SELECT rolname FROM pg_roles WHERE rolname LIKE 'semblance%'"
                        + " AND (rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls)"))
                .isEmpty();
    }

    @Test
    void keeps_passwords_out_of_the_log_of_the_server() throws Exception {
        administrator.run("ALTER SYSTEM SET log_statement = 'all'", "SELECT pg_reload_conf()");
        try {
            PreparedCluster.get().prepare(DATABASE.name());
        } finally {
            administrator.run("ALTER SYSTEM RESET log_statement", "SELECT pg_reload_conf()");
        }

        assertThat(PreparedCluster.get().log())
                .contains("CREATE EXTENSION IF NOT EXISTS vector")
                .doesNotContain(DATABASE.password(MigratedDatabase.Role.APP));
    }

    @Test
    void refuses_an_empty_password() {
        assertThatThrownBy(() -> PreparedCluster.get().prepare(DATABASE.name(), "app_password="))
                .hasMessageContaining("A password is missing");
    }

    @Test
    void the_application_finds_its_tables_and_does_not_wait_for_ever() throws Exception {
        var application = new Sql(DATABASE.app());

        assertThat(application.row("SHOW search_path")).isEqualTo("semblance, jobs, public");
        assertThat(application.row("SHOW statement_timeout")).isEqualTo("1min");
        assertThat(application.row("SHOW idle_in_transaction_session_timeout")).isEqualTo("5min");
    }
}
