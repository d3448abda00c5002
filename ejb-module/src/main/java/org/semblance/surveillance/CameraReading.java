package org.semblance.surveillance;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.semblance.platform.Repeating;
import org.semblance.platform.live.NotificationThread;
import org.semblance.platform.live.Notifications;

/** Keeps the book of cameras true: read again soon after a change on any node, and now and then in any case. */
@Singleton
@Startup
@LocalBean
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CameraReading {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final Duration AT_LATEST = Duration.ofSeconds(15);

    private final CameraBook book;
    private final Notifications notifications;
    private final NotificationThread thread;
    private final Clock clock;
    private volatile boolean isOutdated = true;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    private Repeating looking;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected CameraReading() {
        this(null, null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the scheduler is injected after construction
    public CameraReading(CameraBook book, Notifications notifications, NotificationThread thread, Clock clock) {
        this.book = book;
        this.notifications = notifications;
        this.thread = thread;
        this.clock = clock;
    }

    @PostConstruct
    void start() {
        notifications.listen(CameraStore.CHANNEL, camera -> isOutdated = true);
        thread.begin();
        looking = new Repeating("cameras are read", scheduler, BETWEEN_LOOKS, this::look);
        looking.start();
    }

    @PreDestroy
    void stop() {
        looking.stop();
    }

    private void look() {
        if (isOutdated || book.readAt().isBefore(clock.instant().minus(AT_LATEST))) {
            isOutdated = false;
            book.read();
        }
    }
}
