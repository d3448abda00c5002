package org.semblance;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The data source that stores are injected with: within a transaction of the thread, always its connection. */
public final class CurrentTransaction implements DataSource {
    private static final ThreadLocal<@Nullable DataSource> CURRENT = new ThreadLocal<>();

    private final DataSource database;

    public CurrentTransaction(DataSource database) {
        this.database = database;
    }

    /** Commits what the work has done, or nothing of it when it throws. */
    public <T> T in(Supplier<T> work) {
        return TestTransaction.in(database, one -> {
            CURRENT.set(one);
            try {
                return work.get();
            } finally {
                CURRENT.remove();
            }
        });
    }

    @Override
    public Connection getConnection() throws SQLException {
        DataSource one = CURRENT.get();
        return (one == null ? database : one).getConnection();
    }

    @Override
    public Connection getConnection(@Nullable String user, @Nullable String password) throws SQLException {
        return getConnection();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {
        // Nothing is logged.
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // Nobody waits.
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
