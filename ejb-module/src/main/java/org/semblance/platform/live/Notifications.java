package org.semblance.platform.live;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Hears what any node announces with pg_notify, over one connection for as long as the node runs. What was announced
 * while the database was away is lost: listeners are then told {@link #MISSED}, and look for themselves.
 */
@ApplicationScoped
public class Notifications implements Runnable {
    /** Told in place of whatever may have been announced and not heard. */
    public static final String MISSED = "";

    private static final Logger LOG = Logger.getLogger(Notifications.class);
    private static final int PATIENCE_MILLIS = 2_000;

    /** Every try while the database is away makes the pool warn of it. */
    private static final Duration WHILE_DATABASE_IS_AWAY = Duration.ofSeconds(15);

    private final Map<String, List<Consumer<String>>> listeners = new ConcurrentHashMap<>();
    private final CountDownLatch stopped = new CountDownLatch(1);

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public Notifications() {}

    /** Outside the container. */
    public Notifications(DataSource database) {
        this.database = database;
    }

    /**
     * Has a listener told what is announced over a channel, from within a few seconds on. It is told on the only thread
     * that hears, so it does no more than note what it has heard.
     */
    public void listen(String channel, Consumer<String> listener) {
        listeners
                .computeIfAbsent(channel, unheard -> new CopyOnWriteArrayList<>())
                .add(listener);
    }

    @Override
    public void run() {
        while (stopped.getCount() > 0) {
            try (var connection = database.getConnection()) {
                hear(connection);
            } catch (SQLException | RuntimeException e) {
                if (stopped.getCount() > 0) {
                    LOG.infof("Announcements of other nodes cannot be heard for now: %s", e.getMessage());
                }
                pause();
            }
        }
    }

    public void stop() {
        stopped.countDown();
    }

    private void hear(Connection connection) throws SQLException {
        Set<String> channels = new HashSet<>();
        var heard = connection.unwrap(PGConnection.class);
        while (stopped.getCount() > 0) {
            for (String channel : listeners.keySet()) {
                if (channels.add(channel)) {
                    execute(connection, "LISTEN " + channel);
                    tell(channel, MISSED);
                }
            }
            PGNotification[] news = heard.getNotifications(PATIENCE_MILLIS);
            for (PGNotification notification : news == null ? new PGNotification[0] : news) {
                tell(notification.getName(), notification.getParameter());
            }
        }
        execute(connection, "UNLISTEN *");
    }

    private void tell(String channel, String news) {
        listeners.getOrDefault(channel, List.of()).forEach(listener -> listener.accept(news));
    }

    private void pause() {
        try {
            boolean isOver = stopped.await(WHILE_DATABASE_IS_AWAY.toMillis(), TimeUnit.MILLISECONDS);
            LOG.debugf("Announcements are listened for again: %s", !isOver);
        } catch (InterruptedException e) {
            stopped.countDown();
            Thread.currentThread().interrupt();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
