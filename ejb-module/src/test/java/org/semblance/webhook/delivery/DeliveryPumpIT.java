package org.semblance.webhook.delivery;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semblance.platform.net.TestReceiver;
import org.semblance.platform.net.TestReceiver.Reply;
import org.semblance.webhook.WebhookWorld;

import static org.assertj.core.api.Assertions.assertThat;

/** Whole nodes that send, next to each other and to receivers that misbehave. */
class DeliveryPumpIT {
    private static final long PATIENCE_SECONDS = 30;

    @TempDir
    Path directory;

    private WebhookWorld world;
    private TestSenders senders;
    private long staff;

    @BeforeEach
    void open() {
        world = new WebhookWorld(directory);
        senders = new TestSenders(world);
        staff = world.gallery("staff");
    }

    @AfterEach
    void close() {
        senders.close();
        world.close();
    }

    @Test
    void two_nodes_send_each_delivery_once() throws Exception {
        try (var receiver = TestReceiver.http();
                var first = senders.node();
                var second = senders.node()) {
            world.subscribe("doors", receiver.url());
            for (int i = 0; i < 100; i++) {
                world.happen(staff, i);
            }

            await(() -> receiver.received().size() >= 100 && senders.state().pending() == 0);

            assertThat(receiver.received())
                    .extracting(request -> request.header("Semblance-event-id"))
                    .hasSize(100)
                    .doesNotHaveDuplicates();
            assertThat(first).isNotSameAs(second);
        }
    }

    /** Who only looked every second, and after each delivery, would need twenty. */
    @Test
    void what_is_announced_is_sent_at_once() throws Exception {
        try (var receiver = TestReceiver.http();
                var node = senders.node()) {
            world.subscribe("doors", receiver.url());
            world.happen(staff, 0);
            await(() -> senders.state().pending() == 0);
            long start = System.nanoTime();

            for (int i = 1; i <= 20; i++) {
                int count = i + 1;
                world.happen(staff, i);
                await(() -> receiver.received().size() == count);
            }

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
            assertThat(node).isNotNull();
        }
    }

    @Test
    void a_receiver_that_hangs_holds_up_no_other() throws Exception {
        senders.timeout = Duration.ofSeconds(20);
        try (var hanging = TestReceiver.http().answering(Reply.status(200).after(60_000));
                var receiver = TestReceiver.http()) {
            world.subscribe("hanging", hanging.url());
            world.subscribe("doors", receiver.url());
            for (int i = 0; i < 40; i++) {
                world.happen(staff, i);
            }
            long start = System.nanoTime();

            try (var node = senders.node()) {
                await(() -> receiver.received().size() == 40);

                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(senders.timeout);
                assertThat(hanging.received()).hasSize(DeliveryQueue.AT_ONCE);
                assertThat(node).isNotNull();
            }
        }
    }

    @Test
    void a_receiver_that_was_down_gets_everything_once_it_is_back() throws Exception {
        int port;
        try (var receiver = TestReceiver.http()) {
            port = receiver.port();
            world.subscribe("doors", receiver.url());
        }
        for (int i = 0; i < 5; i++) {
            world.happen(staff, i);
        }
        try (var node = senders.node()) {
            await(() -> senders.state().failing() == 1);

            try (var receiver = TestReceiver.http(port)) {
                await(() -> receiver.received().size() == 5);
                await(() -> senders.state().pending() == 0);

                assertThat(world.states()).containsOnly("delivered");
                assertThat(node).isNotNull();
            }
        }
    }

    @Test
    void a_queue_that_nobody_works_off_gets_late() {
        world.subscribe("doors", "http://127.0.0.1:1/");
        world.happen(staff, 1);
        world.rows("UPDATE webhook_delivery SET due_at = now() - interval '10 minutes'");

        assertThat(senders.state().late()).isGreaterThan(Duration.ofMinutes(9));
        assertThat(senders.state().pending()).isEqualTo(1);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertThat(condition.getAsBoolean()).as("what was waited for").isTrue();
    }
}
