package org.semblance.database;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Statements of a test, each on a connection of its own. */
record Sql(DataSource source) {
    static Sql as(MigratedDatabase.Role role, MigratedDatabase database) {
        return new Sql(database.as(role));
    }

    void run(String... statements) throws SQLException {
        try (var connection = source.getConnection();
                var jdbc = connection.createStatement()) {
            for (String statement : statements) {
                jdbc.execute(statement);
            }
        }
    }

    /** The rows of a query, each with its columns joined by a blank. */
    List<String> rows(String query) throws SQLException {
        try (var connection = source.getConnection();
                var jdbc = connection.createStatement();
                var result = jdbc.executeQuery(query)) {
            var rows = new ArrayList<String>();
            while (result.next()) {
                var columns = new ArrayList<String>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    columns.add(String.valueOf(result.getString(column)));
                }
                rows.add(String.join(" ", columns));
            }
            return rows;
        }
    }

    String row(String query) throws SQLException {
        return rows(query).get(0);
    }
}
