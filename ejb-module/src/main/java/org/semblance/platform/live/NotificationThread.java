package org.semblance.platform.live;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** The thread that hears what other nodes announce, from the first listener on until the application stops. */
@Singleton
@PermitAll
public class NotificationThread {
    private static final int PATIENCE_MILLIS = 5_000;

    private final Notifications notifications;

    @Resource
    private ManagedThreadFactory threads;

    private @Nullable Thread hearing;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected NotificationThread() {
        this(null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the thread factory is injected after construction
    public NotificationThread(Notifications notifications) {
        this.notifications = notifications;
    }

    /** Begins to hear, once everybody who listens has said so. */
    public void begin() {
        if (hearing == null) {
            hearing = threads.newThread(notifications);
            hearing.setName("notifications");
            hearing.start();
        }
    }

    @PreDestroy
    void stop() {
        notifications.stop();
        var running = hearing;
        if (running != null) {
            try {
                running.join(PATIENCE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
