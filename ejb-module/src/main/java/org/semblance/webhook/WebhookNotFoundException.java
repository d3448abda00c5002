package org.semblance.webhook;

import org.semblance.platform.Problem;

/** There is no such subscription. */
public class WebhookNotFoundException extends Problem {
    private static final long serialVersionUID = 1L;

    public WebhookNotFoundException(Object id) {
        super(Kind.NOT_FOUND, "webhook-not-found", "There is no webhook " + id);
    }
}
