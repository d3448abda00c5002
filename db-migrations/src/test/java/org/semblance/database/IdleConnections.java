package org.semblance.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Connections of this JVM that nobody uses just now: those of the tests before go first when there are many. */
final class IdleConnections {
    private static final int MOST_OF_ONE = 2;
    private static final int MOST_SOURCES = 12;

    private final Map<String, Deque<Connection>> idle = new LinkedHashMap<>(16, 0.75f, true);

    /** One that still works; null when there is none. */
    @Nullable
    Connection take(String source) throws SQLException {
        while (true) {
            Connection connection;
            synchronized (this) {
                var own = idle.get(source);
                connection = own == null ? null : own.pollLast();
            }
            if (connection == null || connection.isValid(1)) {
                return connection;
            }
            connection.close();
        }
    }

    /** As good as new, or gone. */
    void give(String source, Connection connection) throws SQLException {
        if (!isClean(connection) || !keep(source, connection)) {
            connection.close();
        }
    }

    private static boolean isClean(Connection connection) {
        try {
            if (connection.isClosed()) {
                return false;
            }
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            connection.setReadOnly(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            try (var statement = connection.createStatement()) {
                statement.execute("DISCARD ALL");
            }
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private synchronized boolean keep(String source, Connection connection) throws SQLException {
        var own = idle.computeIfAbsent(source, first -> new ArrayDeque<>());
        if (own.size() >= MOST_OF_ONE) {
            return false;
        }
        own.addLast(connection);
        if (idle.size() > MOST_SOURCES) {
            var oldest = idle.entrySet().iterator();
            var forgotten = oldest.next().getValue();
            oldest.remove();
            for (Connection one : forgotten) {
                one.close();
            }
        }
        return true;
    }
}
