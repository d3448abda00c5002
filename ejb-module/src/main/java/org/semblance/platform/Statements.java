package org.semblance.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * SQL with its values, each statement on a connection of the caller's transaction. A collection is an array: of numbers,
 * or of texts.
 */
public record Statements(DataSource database) {

    /** Makes something of one row. */
    @FunctionalInterface
    public interface Mapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    /** How many rows it changed. */
    public int change(String sql, @Nullable Object... values) {
        try (var connection = database.getConnection()) {
            return change(connection, sql, values);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    public <T> List<T> list(String sql, Mapper<T> mapper, @Nullable Object... values) {
        try (var connection = database.getConnection();
                var statement = prepare(connection, sql, values);
                var rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(mapper.map(rows));
            }
            return found;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    public <T> Optional<T> first(String sql, Mapper<T> mapper, @Nullable Object... values) {
        return list(sql, mapper, values).stream().findFirst();
    }

    /** The number that a query gives. */
    public long number(String sql, @Nullable Object... values) {
        return first(sql, row -> row.getLong(1), values).orElseThrow();
    }

    /** Whether a query has rows. */
    public boolean exists(String sql, @Nullable Object... values) {
        return first(sql, row -> true, values).isPresent();
    }

    /** How many rows it changed, on a connection of the caller's own. */
    public static int change(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (var statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    /** A time that may be missing. */
    public static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    /** With its values, on a connection of the caller's own. */
    public static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < values.length; i++) {
                set(statement, i + 1, values[i]);
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private static void set(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value instanceof Instant time) {
            statement.setTimestamp(index, Timestamp.from(time));
        } else if (value instanceof Collection<?> many) {
            String type = many.stream().allMatch(Long.class::isInstance) ? "bigint" : "text";
            statement.setArray(index, statement.getConnection().createArrayOf(type, many.toArray()));
        } else {
            statement.setObject(index, value);
        }
    }

    public static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("The database refused a statement: " + e.getMessage(), e);
    }
}
