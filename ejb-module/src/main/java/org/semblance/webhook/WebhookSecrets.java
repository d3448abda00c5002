package org.semblance.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Base64;
import org.semblance.platform.Sealer;

/** What deliveries are signed with: random, and sealed in the database. */
@ApplicationScoped
public class WebhookSecrets {
    /** So that whoever finds one in a file or a log knows what it is. */
    static final String PREFIX = "whsec_";

    private static final int BYTES = 32;

    private final Sealer sealer;
    private final SecureRandom random = new SecureRandom();

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected WebhookSecrets() {
        this(null);
    }

    @Inject
    public WebhookSecrets(Sealer sealer) {
        this.sealer = sealer;
    }

    public String generate() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public byte[] seal(WebhookId webhook, String secret) {
        return sealer.seal(secret, place(webhook));
    }

    public String open(WebhookId webhook, byte[] sealed) {
        return sealer.open(sealed, place(webhook));
    }

    private static String place(WebhookId webhook) {
        return "webhook.secret." + webhook;
    }
}
