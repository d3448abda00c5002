package org.semblance.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Gives connections that others have closed, emptied of all that a session holds: a new one costs more than most tests
 * do with it.
 */
final class ReusingDataSource extends PGSimpleDataSource {
    private static final long serialVersionUID = 1L;
    private static final IdleConnections IDLE = new IdleConnections();

    @Override
    public Connection getConnection() throws SQLException {
        String source = getUser() + '@' + getUrl();
        Connection idle = IDLE.take(source);
        return lent(source, idle == null ? super.getConnection() : idle);
    }

    private static Connection lent(String source, Connection connection) {
        var isClosed = new AtomicBoolean();
        return (Connection) Proxy.newProxyInstance(
                ReusingDataSource.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "close" -> {
                            if (isClosed.compareAndSet(false, true)) {
                                IDLE.give(source, connection);
                            }
                            return null;
                        }
                        case "isClosed" -> {
                            return isClosed.get() || connection.isClosed();
                        }
                        case "equals" -> {
                            return proxy == arguments[0];
                        }
                        case "hashCode" -> {
                            return System.identityHashCode(proxy);
                        }
                        default -> {
                            if (isClosed.get()) {
                                throw new SQLException("This connection has been closed.");
                            }
                            return call(connection, method, arguments);
                        }
                    }
                });
    }

    private static @Nullable Object call(
            Connection connection, java.lang.reflect.Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
