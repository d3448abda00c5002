package org.semblance.webhook;

import org.semblance.platform.Problem;

/** Every change looks at all subscriptions, so there is a bound to their number. */
public class TooManyWebhooksException extends Problem {
    private static final long serialVersionUID = 1L;

    TooManyWebhooksException(int most) {
        super(Kind.CONFLICT, "too-many-webhooks", "There are " + most + " webhooks already; delete one first");
    }
}
