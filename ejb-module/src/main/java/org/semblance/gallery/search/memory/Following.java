package org.semblance.gallery.search.memory;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * Follows the log of changes for as long as the node runs, over one connection of its own. A notification wakes it; it
 * looks every second besides, so that one that got lost costs no more than that.
 */
@ApplicationScoped
public class Following implements Runnable {
    private static final Logger LOG = Logger.getLogger(Following.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** Every try while the database is away makes the pool warn of it. */
    private static final Duration WHILE_DATABASE_IS_AWAY = Duration.ofSeconds(10);

    private final ChangeFollower follower;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    private final Lock lock = new ReentrantLock();
    private final Condition hasRead = lock.newCondition();
    private final Condition isStopping = lock.newCondition();
    private boolean isStopped;
    private boolean isAway = true;
    private long readBegun = System.nanoTime();

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected Following() {
        this(null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public Following(MemoryTier tier) {
        this.follower = new ChangeFollower(tier);
    }

    public Following(MemoryTier tier, DataSource database) {
        this.database = database;
        this.follower = new ChangeFollower(tier);
    }

    @Override
    public void run() {
        while (!isStopped()) {
            try (var connection = database.getConnection()) {
                follow(connection);
            } catch (SQLException | RuntimeException e) {
                tellOnce(e);
                pause();
            }
        }
    }

    private void follow(Connection connection) throws SQLException {
        execute(connection, "LISTEN embedding");
        var notifications = connection.unwrap(PGConnection.class);
        while (!isStopped()) {
            long begun = System.nanoTime();
            follower.read(connection);
            read(begun);
            notifications.getNotifications((int) BETWEEN_LOOKS.toMillis());
        }
        execute(connection, "UNLISTEN embedding");
    }

    /**
     * Waits until everything committed before a time is known here; not for ever. Says whether it is, or whether the
     * database is away and nobody can know better. Only for what was notified of: nothing else wakes the reader.
     *
     * @param since as {@link System#nanoTime} tells it
     */
    public boolean await(long since, Duration most) {
        lock.lock();
        try {
            long left = most.toNanos();
            while (readBegun - since < 0 && !isAway && left > 0) {
                left = hasRead.awaitNanos(left);
            }
            return readBegun - since >= 0 || isAway;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** How long ago the log was last read to its end. */
    public Duration lag() {
        lock.lock();
        try {
            return Duration.ofNanos(System.nanoTime() - readBegun);
        } finally {
            lock.unlock();
        }
    }

    public void stop() {
        lock.lock();
        try {
            isStopped = true;
            isStopping.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void read(long begun) {
        lock.lock();
        try {
            readBegun = begun;
            isAway = false;
            hasRead.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void tellOnce(Exception e) {
        lock.lock();
        try {
            if (!isAway) {
                LOG.infof("Changes of embeddings cannot be followed for now: %s", e.getMessage());
            }
            isAway = true;
            hasRead.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean isStopped() {
        lock.lock();
        try {
            return isStopped;
        } finally {
            lock.unlock();
        }
    }

    private void pause() {
        lock.lock();
        try {
            long left = WHILE_DATABASE_IS_AWAY.toNanos();
            while (!isStopped && left > 0) {
                left = isStopping.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            isStopped = true;
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
