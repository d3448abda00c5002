package org.semblance.webhook;

import java.util.List;
import java.util.Optional;

/**
 * What to change of a subscription; what is empty stays.
 *
 * @param active true enables it again, false disables it
 */
public record WebhookPatch(
        Optional<String> name,
        Optional<String> url,
        Optional<List<String>> eventTypes,
        Optional<List<String>> galleries,
        Optional<Boolean> active) {

    NewWebhook appliedTo(NewWebhook terms) {
        return new NewWebhook(
                name.orElse(terms.name()),
                url.orElse(terms.url()),
                eventTypes.orElse(terms.eventTypes()),
                galleries.orElse(terms.galleries()));
    }
}
