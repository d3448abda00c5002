package org.semblance.ear;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.semblance.database.MigratedDatabase;

/** What the server asks its database, as the database tells it, from the opening of this log to its end. */
final class StatementLog implements AutoCloseable {
    private static final Pattern STATEMENT =
            Pattern.compile("duration: ([0-9.]+) ms  (?:execute [^:]*|statement): (.*)");
    private static final Pattern CONTINUED = Pattern.compile("\t(.*)");

    private final MigratedDatabase database;
    private int read;

    StatementLog(MigratedDatabase database) {
        this.database = database;
        set("ALTER SYSTEM SET log_min_duration_statement = 0");
        read = database.log().length();
    }

    /** One text of a statement: how often it was run, and what all of that took. */
    record Asked(int times, double millis) {
        private static final Asked NEVER = new Asked(0, 0);

        private Asked once(double took) {
            return new Asked(times + 1, millis + took);
        }
    }

    /** What was asked since the last call, by text. */
    Map<String, Asked> since() {
        String log = database.log();
        String news = log.substring(read);
        read = log.length();
        Map<String, Asked> asked = new LinkedHashMap<>();
        statements(news.lines().toList())
                .forEach(statement -> asked.merge(
                        statement.text(),
                        Asked.NEVER.once(statement.millis()),
                        (before, one) -> before.once(one.millis())));
        return asked;
    }

    private record Statement(String text, double millis) {}

    private static List<Statement> statements(List<String> lines) {
        List<Statement> statements = new ArrayList<>();
        boolean open = false;
        for (String line : lines) {
            var begun = STATEMENT.matcher(line);
            var continued = CONTINUED.matcher(line);
            if (begun.find()) {
                statements.add(new Statement(begun.group(2), Double.parseDouble(begun.group(1))));
                open = true;
            } else if (open && continued.matches()) {
                var last = statements.remove(statements.size() - 1);
                statements.add(
                        new Statement(last.text() + " " + continued.group(1).strip(), last.millis()));
            } else {
                open = false;
            }
        }
        return statements;
    }

    private void set(String setting) {
        try (var connection = database.superuser().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(setting);
            statement.execute("SELECT pg_reload_conf()");
        } catch (SQLException e) {
            throw new IllegalStateException(setting, e);
        }
    }

    @Override
    public void close() {
        set("ALTER SYSTEM RESET log_min_duration_statement");
    }
}
