package org.semblance;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;

/** What the container does around a store: one connection for a whole transaction, whoever asks for one. */
public final class TestTransaction {
    private TestTransaction() {}

    /** Commits what the work has done, or nothing of it when it throws. */
    public static <T> T in(DataSource database, Function<DataSource, T> work) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.apply(always(unclosed(connection)));
                connection.commit();
                return result;
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DataSource always(Connection connection) {
        return proxy(DataSource.class, (method, arguments) -> connection);
    }

    private static Connection unclosed(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            boolean isClose = method.getName().equals("close");
            return isClose ? null : method.invoke(connection, arguments);
        });
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                TestTransaction.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return call.call(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private interface Call {
        @org.jspecify.annotations.Nullable
        Object call(java.lang.reflect.Method method, Object[] arguments) throws ReflectiveOperationException;
    }
}
