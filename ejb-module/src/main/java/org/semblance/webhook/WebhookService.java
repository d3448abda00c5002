package org.semblance.webhook;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.semblance.announcement.AnnouncementType;
import org.semblance.identity.StepUp;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.Permissions;
import org.semblance.platform.UuidV7;

/** Who is told of what. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WebhookService {
    private static final Duration LONGEST_OVERLAP = Duration.ofDays(7);

    private final WebhookStore webhooks;
    private final WebhookTerms terms;
    private final WebhookSecrets secrets;
    private final StepUp stepUp;
    private final Clock clock;

    @Resource
    private EJBContext caller;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected WebhookService() {
        this(null, null, null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the context is injected after construction
    public WebhookService(
            WebhookStore webhooks, WebhookTerms terms, WebhookSecrets secrets, StepUp stepUp, Clock clock) {
        this.webhooks = webhooks;
        this.terms = terms;
        this.secrets = secrets;
        this.stepUp = stepUp;
        this.clock = clock;
    }

    /** Every type of event that can be subscribed to. */
    @RolesAllowed(Permissions.WEBHOOK_READ)
    public List<AnnouncementType> eventTypes() {
        return terms.eventTypes();
    }

    @RolesAllowed(Permissions.WEBHOOK_READ)
    public List<Webhook> list() {
        return webhooks.list();
    }

    @RolesAllowed(Permissions.WEBHOOK_READ)
    public Webhook require(WebhookId id) {
        return webhooks.require(id);
    }

    /** Subscribes; the secret is never shown again. */
    @RolesAllowed(Permissions.WEBHOOK_MANAGE)
    public Webhook.Created create(NewWebhook wanted) {
        stepUp.require();
        terms.check(wanted);
        var id = new WebhookId(UuidV7.next(clock));
        String secret = secrets.generate();
        String user = caller.getCallerPrincipal().getName();
        return new Webhook.Created(webhooks.add(id, wanted, secrets.seal(id, secret), user), secret);
    }

    @RolesAllowed(Permissions.WEBHOOK_MANAGE)
    public Webhook change(WebhookId id, WebhookPatch patch, ExpectedVersion expected) {
        Webhook before = webhooks.require(id);
        expected.check(before.version());
        if (patch.url().isPresent()) {
            stepUp.require();
        }
        patch.url().ifPresent(terms::checkUrl);
        patch.eventTypes().ifPresent(terms::checkEventTypes);
        patch.galleries().ifPresent(terms::checkGalleries);
        NewWebhook wanted = patch.appliedTo(before.terms());
        // Whatever was read above is what is changed, even where the caller did not say so.
        var seen = ExpectedVersion.of(before.version());
        return webhooks.change(id, wanted, patch.active().orElse(before.isActive()), seen);
    }

    @RolesAllowed(Permissions.WEBHOOK_MANAGE)
    public void delete(WebhookId id) {
        webhooks.remove(id);
    }

    /**
     * Makes another secret, which is never shown again.
     *
     * @param overlap how long deliveries are signed by both
     */
    @RolesAllowed(Permissions.WEBHOOK_MANAGE)
    public Webhook.Secret rotate(WebhookId id, Duration overlap) {
        stepUp.require();
        if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
            throw new InvalidInputException("overlap_hours", "overlap_hours lies between 0 and 168");
        }
        String secret = secrets.generate();
        return new Webhook.Secret(
                secret, webhooks.rotate(id, secrets.seal(id, secret), overlap).oldSecretUntil());
    }
}
