package org.semblance.webhook.delivery;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semblance.audit.AuditEvent;
import org.semblance.platform.net.TestReceiver;
import org.semblance.platform.net.TestReceiver.Reply;
import org.semblance.webhook.NewWebhook;
import org.semblance.webhook.Webhook.Disabled;
import org.semblance.webhook.WebhookDisabledException;
import org.semblance.webhook.WebhookId;
import org.semblance.webhook.WebhookWorld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Single deliveries on the migrated schema, sent over real connections. */
class DeliveryQueueIT {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @TempDir
    Path directory;

    private final TestReceiver receiver = TestReceiver.http();
    private WebhookWorld world;
    private TestSenders senders;
    private WebhookId webhook;
    private long staff;

    @BeforeEach
    void open() {
        world = new WebhookWorld(directory);
        senders = new TestSenders(world);
        webhook = world.subscribe("doors", receiver.url());
        staff = world.gallery("staff");
    }

    @AfterEach
    void close() {
        senders.close();
        receiver.close();
        world.close();
    }

    @Test
    void arrives_with_what_a_receiver_needs_to_believe_it() {
        world.happen(staff, 4711);

        senders.sendOnce();

        var request = receiver.received().get(0);
        assertThat(request.body())
                .contains("\"type\":\"person.purged\"", "\"gallery\":\"staff\"", "\"data\":{\"person\":4711}");
        assertThat(request.header("Semblance-event")).isEqualTo("person.purged");
        assertThat(request.body()).contains("\"id\":\"" + request.header("Semblance-event-id") + "\"");
        String signature = request.header("Semblance-signature");
        var time = java.time.Instant.ofEpochSecond(Long.parseLong(signature.substring(2, signature.indexOf(','))));
        assertThat(signature).isEqualTo(Signature.header(time, request.body(), List.of("whsec_doors")));
        assertThat(world.states()).containsExactly("delivered");
    }

    @Test
    void is_signed_by_both_secrets_during_a_rotation() {
        org.semblance.TestTransaction.in(world.database.app(), it -> world.store(it)
                .rotate(webhook, world.secrets.seal(webhook, "whsec_new"), Duration.ofHours(1)));
        world.happen(staff, 1);

        senders.sendOnce();

        var request = receiver.received().get(0);
        String signature = request.header("Semblance-signature");
        var time = java.time.Instant.ofEpochSecond(Long.parseLong(signature.substring(2, signature.indexOf(','))));
        assertThat(signature).isEqualTo(Signature.header(time, request.body(), List.of("whsec_new", "whsec_doors")));
    }

    @Test
    void a_node_that_dies_between_sending_and_recording_sends_nothing_under_another_id() throws Exception {
        world.happen(staff, 1);
        Lease lost = senders.queue().take(10, Map.of(), SECOND).get(0);
        senders.sender().send(lost);
        assertThat(senders.queue().take(10, Map.of(), SECOND)).isEmpty();
        Thread.sleep(1100);

        senders.sendOnce();
        senders.queue().delivered(lost, new Outcome(1, 200, null, "too late", false, Optional.empty()));

        assertThat(receiver.received()).hasSize(2);
        assertThat(receiver.received())
                .extracting(request -> request.header("Semblance-event-id"))
                .containsOnly(lost.event().id().toString());
        assertThat(receiver.received())
                .extracting(request -> request.header("Semblance-attempt"))
                .containsExactly("1", "2");
        assertThat(world.rows("SELECT number || ' ' || coalesce(answer, '-') FROM webhook_attempt"))
                .containsExactly("2 -");
    }

    @Test
    void is_tried_again_until_the_receiver_is_back() throws Exception {
        receiver.answering(Reply.status(503).saying("Under\u0000 maintenance"));
        world.happen(staff, 1);
        senders.sendOnce();
        assertThat(world.states()).containsExactly("pending");
        assertThat(world.require(webhook).failingSince()).isNotNull();
        assertThat(senders.state().failing()).isEqualTo(1);

        receiver.answering(Reply.status(200));
        Thread.sleep(200);
        senders.sendOnce();

        assertThat(world.states()).containsExactly("delivered");
        assertThat(world.require(webhook).failingSince()).isNull();
        assertThat(world.rows("SELECT status || ' ' || coalesce(answer, '') FROM webhook_attempt ORDER BY number"))
                .containsExactly("503 Under maintenance", "200 ");
    }

    @Test
    void waits_as_long_as_the_receiver_asks() {
        receiver.answering(Reply.status(429).with("Retry-After", "3600"));
        world.happen(staff, 1);

        senders.sendOnce();

        assertThat(world.rows("SELECT due_at > now() + interval '59 minutes' FROM webhook_delivery"))
                .containsExactly("t");
    }

    @Test
    void a_receiver_that_wants_nothing_more_gets_nothing_more() {
        receiver.answering(Reply.status(410));
        world.happen(staff, 1);
        world.happen(staff, 2);

        senders.sendOnce();

        assertThat(world.require(webhook).disabled()).isEqualTo(Disabled.GONE);
        assertThat(world.states()).containsExactlyInAnyOrder("failed", "cancelled");
        assertThat(world.audited).extracting(AuditEvent::action).endsWith("webhook.disabled");
    }

    @Test
    void who_fails_for_days_is_disabled() {
        receiver.answering(Reply.status(500));
        world.happen(staff, 1);
        senders.sendOnce();
        world.rows("UPDATE webhook SET failing_since = now() - interval '6 days'");
        world.rows("UPDATE webhook_delivery SET due_at = now()");

        senders.sendOnce();

        assertThat(world.require(webhook).disabled()).isEqualTo(Disabled.FAILING);
        assertThat(world.states()).containsExactly("cancelled");
        assertThat(world.audited.get(world.audited.size() - 1).details()).containsEntry("reason", "failing");
    }

    @Test
    void is_given_up_after_a_day_and_sent_again_when_somebody_asks() {
        receiver.answering(Reply.status(500));
        world.happen(staff, 1);
        world.rows("UPDATE webhook_delivery SET queued_at = now() - interval '1 hour'");
        senders.sendOnce();
        assertThat(world.states()).containsExactly("failed");

        receiver.answering(Reply.status(200));
        var id = senders.log()
                .list(webhook, Optional.empty(), 0, 10)
                .items()
                .get(0)
                .id();
        assertThat(senders.log().replay(webhook, id).state()).isEqualTo(DeliveryState.PENDING);
        assertThatThrownBy(() -> senders.log().replay(webhook, id)).isInstanceOf(DeliveryPendingException.class);
        senders.sendOnce();

        assertThat(world.states()).containsExactly("delivered");
        assertThat(receiver.received())
                .extracting(request -> request.header("Semblance-event-id"))
                .hasSize(2)
                .containsOnly(receiver.received().get(0).header("Semblance-event-id"));
        assertThat(senders.log().attempts(id)).extracting(Attempt::number).containsExactly(2, 1);
    }

    @Test
    void an_address_that_leads_inside_is_not_called() {
        var inside = world.subscribe("inside", "http://169.254.169.254/latest/meta-data/");
        world.happen(staff, 1);

        senders.sendOnce();

        var delivery =
                senders.log().list(inside, Optional.empty(), 0, 10).items().get(0);
        assertThat(delivery.state()).isEqualTo(DeliveryState.PENDING);
        assertThat(senders.log().attempts(delivery.id())).singleElement().satisfies(attempt -> {
            assertThat(attempt.status()).isNull();
            assertThat(attempt.error()).contains("semblance.outbound");
        });
    }

    @Test
    void a_ping_goes_to_one_only() {
        world.subscribe("other", receiver.url());

        senders.log().ping(webhook);
        senders.sendOnce();

        assertThat(receiver.received())
                .extracting(TestReceiver.Received::body)
                .singleElement()
                .asString()
                .contains("\"type\":\"ping\"");
        world.rows("UPDATE webhook SET state = 'disabled', disabled_reason = 'by-user'");
        assertThatThrownBy(() -> senders.log().ping(webhook)).isInstanceOf(WebhookDisabledException.class);
    }

    @Test
    void the_log_is_read_in_pages_and_by_state() {
        for (int i = 0; i < 5; i++) {
            world.happen(staff, i);
        }
        world.rows("UPDATE webhook_delivery SET state = 'failed', finished_at = now() WHERE id % 2 = 0");

        var first = senders.log().list(webhook, Optional.empty(), 0, 3);
        var second = senders.log().list(webhook, Optional.empty(), first.next().orElseThrow(), 3);

        assertThat(first.items()).hasSize(3);
        assertThat(second.items()).hasSize(2);
        assertThat(second.next()).isEmpty();
        assertThat(senders.log()
                        .list(webhook, Optional.of(DeliveryState.FAILED), 0, 10)
                        .items())
                .hasSize(2);
        assertThatThrownBy(() -> senders.log()
                        .require(
                                new WebhookId(UUID.randomUUID()),
                                first.items().get(0).id()))
                .isInstanceOf(DeliveryNotFoundException.class);
    }

    @Test
    void what_is_over_is_forgotten_after_a_month_and_what_waits_is_not() {
        world.happen(staff, 1);
        world.happen(staff, 2);
        world.rows("UPDATE webhook_event SET occurred_at = now() - interval '31 days'");
        world.rows("UPDATE webhook_delivery SET state = 'failed', finished_at = now() - interval '31 days'"
                + " WHERE id = (SELECT min(id) FROM webhook_delivery)");

        var kind = new FinishedDeliveries(senders.retries).on(world.database.app());
        var cutoff = Instant.now().minus(Duration.ofDays(30));
        var counted = kind.count(cutoff);
        var deliveries = kind.purge(cutoff, 10);
        var events = kind.purge(cutoff, 10);

        assertThat(counted).isEqualTo(deliveries.with(events));
        assertThat(counted.rows()).isEqualTo(2);
        assertThat(kind.purge(cutoff, 10).isEmpty()).isTrue();

        assertThat(world.states()).containsExactly("pending");
        assertThat(world.rows("SELECT id FROM webhook_event")).hasSize(1);
    }

    @Test
    void the_subscriptions_take_turns() {
        world.subscribe(new NewWebhook("other", receiver.url(), List.of("person.purged"), List.of()));
        for (int i = 0; i < 10; i++) {
            world.happen(staff, i);
        }

        List<Lease> taken = senders.queue().take(100, Map.of(webhook, 3), SECOND);

        assertThat(taken)
                .filteredOn(lease -> lease.to().webhook().equals(webhook))
                .hasSize(1);
        assertThat(taken).hasSize(1 + DeliveryQueue.AT_ONCE);
    }
}
