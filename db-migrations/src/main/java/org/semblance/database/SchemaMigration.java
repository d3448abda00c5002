package org.semblance.database;

import java.io.PrintStream;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogFactory;

import static java.util.stream.Collectors.joining;

/** Applies the migrations that a database still lacks, each in its own transaction, and reports each as it is done. */
final class SchemaMigration {
    private final OwnerLogin login;
    private final PrintStream report;

    SchemaMigration(OwnerLogin login, PrintStream report) {
        this.login = login;
        this.report = report;
    }

    void run() {
        checkDatabase();
        int applied = migrate();
        report.println("Schema is at " + SchemaVersion.newest() + ": "
                + (applied == 0
                        ? "nothing to do"
                        : applied + (applied == 1 ? " migration" : " migrations") + " applied"));
    }

    private void checkDatabase() {
        try (var connection = login.connect()) {
            new Preconditions(connection).require();
        } catch (SQLException e) {
            throw new MigrationRefused(
                    "Cannot read the state of the database as " + login.user() + ": " + OwnerLogin.firstLine(e), e);
        }
    }

    private int migrate() {
        LogFactory.setFallbackLogCreator(caller -> new Silence());
        try {
            return Flyway.configure()
                    .dataSource(login.url(), login.user(), login.password())
                    .loggers("console") // means the fallback above
                    .locations("classpath:db/migration")
                    .defaultSchema("semblance")
                    // Or CREATE INDEX CONCURRENTLY would wait for the transaction that holds Flyway's lock, for ever.
                    .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                    .validateMigrationNaming(true)
                    .cleanDisabled(true)
                    .callbacks(new Progress(report))
                    .load()
                    .migrate()
                    .migrationsExecuted;
        } catch (FlywayValidateException e) {
            throw new MigrationRefused(
                    "The applied migrations are not those of this program: a migration is never edited, renamed or"
                            + " added before another; use the program that applied them (" + oneLine(e) + ")",
                    e);
        } catch (FlywayException e) {
            throw new MigrationRefused(
                    "A migration failed and was rolled back: remove the cause and run this again, it goes on from there ("
                            + cause(e) + ")",
                    e);
        }
    }

    private static String oneLine(Throwable failure) {
        String message = failure.getMessage() == null ? "" : failure.getMessage();
        return message.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("Need more flexibility"))
                .collect(joining("; "));
    }

    /** The words of the database are the useful ones; Flyway's frame them in a block of several lines. */
    private static String cause(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SQLException) {
                return oneLine(each);
            }
        }
        return oneLine(failure);
    }

    private record Progress(PrintStream report) implements Callback {
        @Override
        public boolean supports(Event event, Context context) {
            return event == Event.AFTER_EACH_MIGRATE || event == Event.AFTER_EACH_MIGRATE_ERROR;
        }

        @Override
        public boolean canHandleInTransaction(Event event, Context context) {
            return true;
        }

        @Override
        public void handle(Event event, Context context) {
            var migration = context.getMigrationInfo();
            report.println((event == Event.AFTER_EACH_MIGRATE ? "Applied " : "Failed  ") + migration.getVersion() + " "
                    + migration.getDescription());
        }

        @Override
        public String getCallbackName() {
            return "progress";
        }
    }

    /** Flyway tells its story to a log; here the report and the refusals are the story. */
    private static final class Silence implements Log {
        @Override
        public boolean isDebugEnabled() {
            return false;
        }

        @Override
        public void debug(String message) {}

        @Override
        public void info(String message) {}

        @Override
        public void warn(String message) {}

        @Override
        public void error(String message) {}

        @Override
        public void error(String message, Exception e) {}

        @Override
        public void notice(String message) {}
    }
}
