package org.semblance.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Statements with their parameters, in the transaction of whoever runs them. */
public record Sql(DataSource database) {

    /** Makes a value of the current row. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Runs a statement; how many rows it touched. */
    public int run(String statement, @Nullable Object... parameters) {
        try (var connection = database.getConnection();
                var prepared = prepare(connection, statement, parameters)) {
            return prepared.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    public <T> List<T> list(RowReader<T> reader, String query, @Nullable Object... parameters) {
        try (var connection = database.getConnection();
                var prepared = prepare(connection, query, parameters);
                var rows = prepared.executeQuery()) {
            var values = new ArrayList<T>();
            while (rows.next()) {
                values.add(reader.read(rows));
            }
            return values;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** The first row, if there is one; also of a statement that returns what it has changed. */
    public <T> Optional<T> find(RowReader<T> reader, String query, @Nullable Object... parameters) {
        return list(reader, query, parameters).stream().findFirst();
    }

    /** The number that a query gives. */
    public long number(String query, @Nullable Object... parameters) {
        return find(row -> row.getLong(1), query, parameters).orElseThrow();
    }

    public boolean exists(String query, @Nullable Object... parameters) {
        return find(row -> true, query, parameters).isPresent();
    }

    /** A time that may be missing. */
    public static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    private static PreparedStatement prepare(Connection connection, String statement, @Nullable Object[] parameters)
            throws SQLException {
        var prepared = connection.prepareStatement(statement);
        try {
            for (int i = 0; i < parameters.length; i++) {
                Object value = parameters[i];
                prepared.setObject(i + 1, value instanceof Instant time ? Timestamp.from(time) : value);
            }
            return prepared;
        } catch (SQLException e) {
            prepared.close();
            throw e;
        }
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("A statement failed", e);
    }
}
