package org.semblance.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Properties;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** The server must find its own tables as it would have made them, with the rights of the application. */
class JobTablesIT {
    private static final MigratedDatabase DATABASE = MigratedDatabase.fresh();

    @Test
    void every_statement_of_jberet_runs() throws Exception {
        var statements = jberetStatements();
        assertThat(statements).hasSizeGreaterThan(25);

        try (var connection = DATABASE.app().getConnection()) {
            for (String key : statements.stringPropertyNames()) {
                runWithoutParameters(connection, statements.getProperty(key));
            }
        }
    }

    @Test
    void jberet_gets_the_number_of_what_it_adds_in_the_first_column() throws Exception {
        var statements = jberetStatements();
        var now = Timestamp.from(Instant.EPOCH);
        try (var connection = DATABASE.app().getConnection()) {
            long instance =
                    add(connection, statements.getProperty("insert-job-instance"), "enroll-persons", "semblance");
            long execution = add(
                    connection, statements.getProperty("insert-job-execution"), instance, now, "STARTING", "folder=in");
            long step = add(
                    connection, statements.getProperty("insert-step-execution"), execution, "enroll", now, "STARTED");

            assertThat(new long[] {instance, execution, step}).containsExactly(1, 1, 1);
        }
    }

    @Test
    void the_tables_of_jberet_have_the_columns_that_it_would_have_made() throws Exception {
        var sql = new Sql(DATABASE.superuser());
        String columns =
                "SELECT table_name, ordinal_position, column_name, data_type, character_maximum_length, is_nullable"
                        + " FROM information_schema.columns WHERE table_schema = '%s' ORDER BY 1, 2";
        var ours = sql.rows(columns.formatted("jobs"));
        sql.run(
                "CREATE SCHEMA theirs",
                "SET search_path = theirs",
                jberet("sql/jberet-postgresql.ddl").replace("!!", ";"));

        var theirs = sql.rows(columns.formatted("theirs"));

        assertThat(theirs).hasSize(44).isSubsetOf(ours);
        assertThat(ours)
                .filteredOn(column -> !column.startsWith("jboss_ejb_timer") && !column.startsWith("jgroupsping"))
                .hasSameSizeAs(theirs);
    }

    /** The statements of WildFly's timer-sql.properties that the other tests of the schema would not notice. */
    @Test
    void the_timer_service_finds_its_table() throws Exception {
        var application = new Sql(DATABASE.app());
        String columns =
                "ID, TIMED_OBJECT_ID, INITIAL_DATE, REPEAT_INTERVAL, NEXT_DATE, PREVIOUS_RUN, PRIMARY_KEY, INFO,"
                        + " TIMER_STATE, SCHEDULE_EXPR_SECOND, SCHEDULE_EXPR_MINUTE, SCHEDULE_EXPR_HOUR, SCHEDULE_EXPR_DAY_OF_WEEK,"
                        + " SCHEDULE_EXPR_DAY_OF_MONTH, SCHEDULE_EXPR_MONTH, SCHEDULE_EXPR_YEAR, SCHEDULE_EXPR_START_DATE,"
                        + " SCHEDULE_EXPR_END_DATE, SCHEDULE_EXPR_TIMEZONE, AUTO_TIMER, TIMEOUT_METHOD_DECLARING_CLASS,"
                        + " TIMEOUT_METHOD_NAME, TIMEOUT_METHOD_DESCRIPTOR, CALENDAR_TIMER, PARTITION_NAME, NODE_NAME";
        application.run(
                "INSERT INTO JBOSS_EJB_TIMER (" + columns + ") VALUES ('t1', 'bean', now(), 0, now(), NULL, NULL,"
                        + " NULL, 'CREATED', '0', '*', '*', '*', '*', '*', '*', NULL, NULL, NULL, true, 'Bean', 'tick', '1', true,"
                        + " 'semblance', NULL)");
        application.run("UPDATE JBOSS_EJB_TIMER SET TIMER_STATE='IN_TIMEOUT', NODE_NAME='a' WHERE ID='t1'"
                + " AND TIMER_STATE<>'IN_TIMEOUT' AND TIMER_STATE<>'RETRY_TIMEOUT' AND NEXT_DATE<=now()");

        assertThat(application.rows("SELECT " + columns + " FROM JBOSS_EJB_TIMER WHERE PARTITION_NAME='semblance'"))
                .hasSize(1);
        assertThat(application.rows("DELETE FROM JBOSS_EJB_TIMER RETURNING NODE_NAME"))
                .containsExactly("a");
    }

    private static long add(Connection connection, String insert, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(insert, Statement.RETURN_GENERATED_KEYS)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
            try (var keys = statement.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    private static void runWithoutParameters(Connection connection, String text) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.prepareStatement(text)) {
            int parameters = statement.getParameterMetaData().getParameterCount();
            if (text.startsWith("SELECT")) {
                for (int i = 1; i <= parameters; i++) {
                    statement.setObject(i, null);
                }
                statement.executeQuery().close();
            }
        }
        connection.rollback();
    }

    private static Properties jberetStatements() throws IOException {
        var statements = new Properties();
        statements.load(new StringReader(jberet("sql/jberet-sql.properties")));
        return statements;
    }

    private static String jberet(String resource) throws IOException {
        try (InputStream stream = JobTablesIT.class.getClassLoader().getResourceAsStream(resource)) {
            assertThat(stream).isNotNull();
            return new String(stream.readAllBytes(), UTF_8);
        }
    }
}
