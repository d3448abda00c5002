package org.semblance.webhook.ui;

import com.vaadin.flow.component.UI;
import org.semblance.platform.ui.Badge;
import org.semblance.platform.ui.Codes;
import org.semblance.webhook.Webhook;
import org.semblance.webhook.delivery.Delivery;

/** How webhooks and deliveries are told. */
final class WebhookTexts {
    private WebhookTexts() {}

    static Badge badge(Webhook webhook) {
        var disabled = webhook.disabled();
        if (disabled != null) {
            return new Badge(
                    disabled == Webhook.Disabled.BY_USER ? Badge.Tone.NEUTRAL : Badge.Tone.BAD,
                    Codes.of("webhook.disabled.", disabled));
        }
        return webhook.failingSince() == null
                ? new Badge(Badge.Tone.GOOD, text("webhook.active"))
                : new Badge(Badge.Tone.WARNING, text("webhook.failing"));
    }

    static Badge badge(Delivery delivery) {
        Badge.Tone tone =
                switch (delivery.state()) {
                    case PENDING -> delivery.attempts() > 0 ? Badge.Tone.WARNING : Badge.Tone.ACTIVE;
                    case DELIVERED -> Badge.Tone.GOOD;
                    case FAILED -> Badge.Tone.BAD;
                    case CANCELLED -> Badge.Tone.NEUTRAL;
                };
        return new Badge(tone, Codes.of("delivery.state.", delivery.state()));
    }

    private static String text(String key) {
        return UI.getCurrent().getTranslation(key);
    }
}
