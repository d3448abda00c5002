package org.semblance.webhook.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocketFactory;
import org.semblance.TestTransaction;
import org.semblance.platform.live.Notifications;
import org.semblance.platform.net.OutboundHttp;
import org.semblance.platform.net.OutboundSettings;
import org.semblance.platform.net.OutboundTargets;
import org.semblance.webhook.WebhookId;
import org.semblance.webhook.WebhookOutbox;
import org.semblance.webhook.WebhookSettings;
import org.semblance.webhook.WebhookWorld;

/** Nodes that send what is due, with what the container does around their beans. */
final class TestSenders implements AutoCloseable {
    static final Duration LEASE = Duration.ofSeconds(30);

    final WebhookWorld world;
    Duration timeout = Duration.ofSeconds(10);
    RetrySettings retries =
            new RetrySettings(Duration.ofMillis(100), Duration.ofHours(1), Duration.ofDays(5), Duration.ofDays(30));

    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
    private final FakeMetrics metrics = new FakeMetrics();

    TestSenders(WebhookWorld world) {
        this.world = world;
    }

    /** Each call a transaction. */
    DeliveryQueue queue() {
        return new DeliveryQueue(world.database.app(), world.audit) {
            @Override
            public List<Lease> take(int most, java.util.Map<WebhookId, Integer> busy, Duration length) {
                return TestTransaction.in(
                        world.database.app(), it -> new DeliveryQueue(it, world.audit).take(most, busy, length));
            }

            @Override
            public void delivered(Lease lease, Outcome outcome) {
                in(queue -> queue.delivered(lease, outcome));
            }

            @Override
            public void retry(Lease lease, Outcome outcome, Duration pause, Duration disableAfter) {
                in(queue -> queue.retry(lease, outcome, pause, disableAfter));
            }

            @Override
            public void giveUp(Lease lease, Outcome outcome, Duration disableAfter) {
                in(queue -> queue.giveUp(lease, outcome, disableAfter));
            }
        };
    }

    DeliveryLog log() {
        return new DeliveryLog(world.database.app(), world.audit, Clock.systemUTC());
    }

    Sender sender() {
        var allowed = new OutboundSettings(Optional.of(List.of("127.0.0.0/8")), List.of(443));
        var http =
                new OutboundHttp(new OutboundTargets(allowed), (SSLSocketFactory) SSLSocketFactory.getDefault(), watch);
        return new Sender(http, world.secrets, settings(), Clock.systemUTC());
    }

    Dispatch dispatch() {
        return new Dispatch(sender(), queue(), retries, metrics);
    }

    /** Takes what is due and sends it, on the caller's thread; returns what it took. */
    List<Lease> sendOnce() {
        List<Lease> taken = queue().take(100, java.util.Map.of(), LEASE);
        taken.forEach(dispatch()::deliver);
        return taken;
    }

    /** A node, which sends until it is closed. */
    Node node() {
        var pump = new DeliveryPump(queue(), new DeliveryGauge(world.database.app()), dispatch(), settings(), metrics);
        var notifications = new Notifications(world.database.app());
        notifications.listen(WebhookOutbox.CHANNEL, news -> pump.wake());
        return new Node(pump, notifications);
    }

    QueueState state() {
        return new DeliveryGauge(world.database.app()).look();
    }

    private WebhookSettings settings() {
        return new WebhookSettings(true, timeout, 8);
    }

    private void in(Consumer<DeliveryQueue> work) {
        TestTransaction.in(world.database.app(), it -> {
            work.accept(new DeliveryQueue(it, world.audit));
            return true;
        });
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }

    /** A running server. */
    static final class Node implements AutoCloseable {
        private final DeliveryPump pump;
        private final ExecutorService threads = Executors.newCachedThreadPool();
        private final Notifications notifications;
        private final List<Thread> running;

        Node(DeliveryPump pump, Notifications notifications) {
            this.pump = pump;
            this.notifications = notifications;
            running = List.of(new Thread(() -> pump.run(threads)), new Thread(notifications));
            running.forEach(Thread::start);
        }

        @Override
        public void close() {
            pump.stop();
            notifications.stop();
            try {
                for (Thread thread : running) {
                    thread.join();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            threads.shutdownNow();
        }
    }

    private static final class FakeMetrics extends DeliveryMetrics {
        @Override
        void count(Outcome outcome) {}

        @Override
        void givenUp() {}
    }
}
