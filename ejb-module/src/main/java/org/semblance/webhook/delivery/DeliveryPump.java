package org.semblance.webhook.delivery;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.semblance.platform.Trouble;
import org.semblance.webhook.WebhookId;
import org.semblance.webhook.WebhookSettings;

/**
 * Takes what is due and hands it to threads that send it, as long as it runs. A node that dies leaves leases behind, and
 * another one sends what it was sending once they are over.
 */
@ApplicationScoped
public class DeliveryPump {
    private static final Logger LOG = Logger.getLogger(DeliveryPump.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration WHILE_DATABASE_IS_AWAY = Duration.ofSeconds(20);
    private static final long BETWEEN_MEASUREMENTS = Duration.ofSeconds(15).toNanos();

    /** For looking a host up, opening secrets and recording. */
    private static final Duration BESIDES = Duration.ofSeconds(45);

    private final DeliveryQueue queue;
    private final DeliveryGauge gauge;
    private final Dispatch dispatch;
    private final WebhookSettings settings;
    private final DeliveryMetrics metrics;

    private final Map<WebhookId, Integer> busy = new ConcurrentHashMap<>();
    private final Trouble trouble = new Trouble();
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean isStopped;
    private long nextMeasurement = System.nanoTime();

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected DeliveryPump() {
        this(null, null, null, null, null);
    }

    @Inject
    public DeliveryPump(
            DeliveryQueue queue,
            DeliveryGauge gauge,
            Dispatch dispatch,
            WebhookSettings settings,
            DeliveryMetrics metrics) {
        this.queue = queue;
        this.gauge = gauge;
        this.dispatch = dispatch;
        this.settings = settings;
        this.metrics = metrics;
    }

    /** Until {@link #stop}; as many threads as deliveries may be sent at once. */
    void run(ExecutorService threads) {
        while (!isStopped) {
            try {
                pump(threads);
                measure();
                trouble.over();
            } catch (EJBException | IllegalStateException e) {
                if (trouble.failed() && !isStopped) {
                    LOG.warnf("Due webhook deliveries cannot be looked up: %s", e.getMessage());
                }
            }
            pause();
        }
    }

    void stop() {
        isStopped = true;
        wake.release();
    }

    /** Something is due. */
    void wake() {
        wake.release();
    }

    private void pump(ExecutorService threads) {
        int free = settings.concurrency()
                - busy.values().stream().mapToInt(Integer::intValue).sum();
        if (free <= 0) {
            return;
        }
        Duration length = Sender.CONNECT.plus(settings.timeout()).plus(BESIDES);
        for (Lease lease : queue.take(free, Map.copyOf(busy), length)) {
            busy.merge(lease.to().webhook(), 1, Integer::sum);
            threads.execute(() -> deliver(lease));
        }
    }

    private void deliver(Lease lease) {
        try {
            dispatch.deliver(lease);
        } catch (EJBException | IllegalStateException e) {
            // It was sent, perhaps; it will be again, under the same id.
            if (!isStopped) {
                LOG.warnf("The delivery %d of a webhook could not be recorded: %s", lease.delivery(), e.getMessage());
            }
        } finally {
            busy.computeIfPresent(lease.to().webhook(), (webhook, count) -> count == 1 ? null : count - 1);
            wake.release();
        }
    }

    private void measure() {
        if (System.nanoTime() - nextMeasurement >= 0) {
            metrics.show(gauge.look());
            nextMeasurement = System.nanoTime() + BETWEEN_MEASUREMENTS;
        }
    }

    /** Until something is due, or has been sent, which makes room for the next, or for a while. */
    private void pause() {
        Duration length = trouble.isThere() ? WHILE_DATABASE_IS_AWAY : BETWEEN_LOOKS;
        try {
            boolean isWoken = wake.tryAcquire(length.toMillis(), TimeUnit.MILLISECONDS);
            if (isWoken) {
                wake.drainPermits();
            }
        } catch (InterruptedException e) {
            isStopped = true;
            Thread.currentThread().interrupt();
        }
    }
}
