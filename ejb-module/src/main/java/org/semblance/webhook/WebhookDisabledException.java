package org.semblance.webhook;

import org.semblance.platform.Problem;

/** Nothing is sent to a subscription that is disabled. */
public class WebhookDisabledException extends Problem {
    private static final long serialVersionUID = 1L;

    public WebhookDisabledException(WebhookId id) {
        super(Kind.CONFLICT, "webhook-disabled", "The webhook " + id + " is disabled; enable it first");
    }
}
