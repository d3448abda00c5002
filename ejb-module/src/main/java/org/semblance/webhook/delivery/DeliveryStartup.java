package org.semblance.webhook.delivery;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.live.NotificationThread;
import org.semblance.platform.live.Notifications;
import org.semblance.webhook.WebhookOutbox;
import org.semblance.webhook.WebhookSettings;

/** Begins to send deliveries when the application starts. */
@Singleton
@Startup
public class DeliveryStartup {
    private static final long PATIENCE_MILLIS = 3000;
    private static final long KEEP_SECONDS = 60;

    private final DeliveryPump pump;
    private final DeliveryMetrics metrics;
    private final WebhookSettings settings;
    private final Notifications notifications;
    private final NotificationThread hearing;

    @Resource
    private ManagedThreadFactory threads;

    private @Nullable Thread pumping;
    private @Nullable ThreadPoolExecutor senders;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected DeliveryStartup() {
        this(null, null, null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the thread factory is injected after construction
    public DeliveryStartup(
            DeliveryPump pump,
            DeliveryMetrics metrics,
            WebhookSettings settings,
            Notifications notifications,
            NotificationThread hearing) {
        this.pump = pump;
        this.metrics = metrics;
        this.settings = settings;
        this.notifications = notifications;
        this.hearing = hearing;
    }

    @PostConstruct
    void start() {
        metrics.register();
        int most = settings.concurrency();
        var pool = new ThreadPoolExecutor(
                most, most, KEEP_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
        pool.allowCoreThreadTimeOut(true);
        senders = pool;
        var pumped = threads.newThread(() -> pump.run(pool));
        pumped.setName("webhook-deliveries");
        pumped.start();
        pumping = pumped;
        notifications.listen(WebhookOutbox.CHANNEL, news -> pump.wake());
        hearing.begin();
    }

    @PreDestroy
    void stop() {
        pump.stop();
        var running = pumping;
        var sending = senders;
        if (running == null || sending == null) {
            return;
        }
        try {
            running.join(PATIENCE_MILLIS);
            sending.shutdown();
            if (!sending.awaitTermination(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                sending.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
