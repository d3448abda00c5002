package org.semblance.portal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.semblance.announcement.AnnouncementType;
import org.semblance.identity.StepUpRequiredException;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.Page;
import org.semblance.webhook.NewWebhook;
import org.semblance.webhook.Webhook;
import org.semblance.webhook.WebhookId;
import org.semblance.webhook.WebhookNotFoundException;
import org.semblance.webhook.WebhookPatch;
import org.semblance.webhook.WebhookService;
import org.semblance.webhook.delivery.Attempt;
import org.semblance.webhook.delivery.Delivery;
import org.semblance.webhook.delivery.DeliveryId;
import org.semblance.webhook.delivery.DeliveryService;
import org.semblance.webhook.delivery.DeliveryState;
import org.semblance.webhook.delivery.WebhookEvent;

/** Webhooks and deliveries in memory. */
public class FakeWebhooks extends WebhookService {
    private final Map<WebhookId, Webhook> webhooks = new LinkedHashMap<>();
    public final List<Delivery> sent = new ArrayList<>();
    public final Deliveries deliveries = new Deliveries();

    /** Whether the next sensitive step asks for the password. */
    public boolean needsStepUp;

    public Webhook have(String name, Webhook.@Nullable Disabled disabled) {
        var terms = new NewWebhook(name, "https://example.com/" + name, List.of("person.enrolled"), List.of());
        return put(new Webhook(
                new WebhookId(new UUID(3, webhooks.size() + 1L)),
                terms,
                disabled,
                null,
                null,
                "ada",
                Instant.EPOCH,
                0));
    }

    public Delivery send(DeliveryState state) {
        long id = sent.size() + 1L;
        var event = new WebhookEvent(new UUID(4, id), "person.enrolled", id, Instant.EPOCH, "staff", "{\"person\":4}");
        var attempt = new Attempt(1, Instant.EPOCH, 12, 503, "The answer was 503", "busy");
        var delivery = new Delivery(new DeliveryId(id), event, state, 1, null, Instant.EPOCH, attempt);
        sent.add(delivery);
        return delivery;
    }

    private Webhook put(Webhook webhook) {
        webhooks.put(webhook.id(), webhook);
        return webhook;
    }

    @Override
    public List<AnnouncementType> eventTypes() {
        return List.of(
                new AnnouncementType("person.enrolled", "Somebody was added", "{}"),
                new AnnouncementType("person.purged", "Somebody was removed", "{}"));
    }

    @Override
    public List<Webhook> list() {
        return List.copyOf(webhooks.values());
    }

    @Override
    public Webhook require(WebhookId id) {
        return Optional.ofNullable(webhooks.get(id)).orElseThrow(() -> new WebhookNotFoundException(id));
    }

    @Override
    public Webhook.Created create(NewWebhook wanted) {
        if (needsStepUp) {
            needsStepUp = false;
            throw new StepUpRequiredException();
        }
        var made = have(wanted.name(), null);
        return new Webhook.Created(
                put(new Webhook(made.id(), wanted, null, null, null, "ada", Instant.EPOCH, 0)), "whsec_secret");
    }

    @Override
    public Webhook change(WebhookId id, WebhookPatch patch, ExpectedVersion expected) {
        Webhook before = require(id);
        expected.check(before.version());
        var terms = before.terms();
        var wanted = new NewWebhook(
                patch.name().orElse(terms.name()),
                patch.url().orElse(terms.url()),
                patch.eventTypes().orElse(terms.eventTypes()),
                patch.galleries().orElse(terms.galleries()));
        boolean active = patch.active().orElse(before.isActive());
        return put(new Webhook(
                id,
                wanted,
                active ? null : Webhook.Disabled.BY_USER,
                null,
                null,
                "ada",
                Instant.EPOCH,
                before.version() + 1));
    }

    @Override
    public void delete(WebhookId id) {
        webhooks.remove(id);
    }

    @Override
    public Webhook.Secret rotate(WebhookId id, Duration overlap) {
        return new Webhook.Secret("whsec_other", null);
    }

    /** What was sent. */
    public final class Deliveries extends DeliveryService {
        @Override
        public Page<Delivery> list(WebhookId webhook, Optional<DeliveryState> state, long before, int limit) {
            var found = sent.stream()
                    .filter(delivery -> state.isEmpty() || state.get() == delivery.state())
                    .toList();
            return new Page<>(found, OptionalLong.empty());
        }

        @Override
        public Story require(WebhookId webhook, DeliveryId id) {
            Delivery delivery = sent.get((int) id.value() - 1);
            return new Story(delivery, List.of(delivery.last()));
        }

        @Override
        public Delivery replay(WebhookId webhook, DeliveryId id) {
            return send(DeliveryState.PENDING);
        }

        @Override
        public Delivery test(WebhookId webhook) {
            return send(DeliveryState.PENDING);
        }
    }
}
