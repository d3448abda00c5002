package org.semblance.identity.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How old a signing key gets. */
@ApplicationScoped
public class SigningSettings {
    private static final Duration SHORTEST = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofDays(730);

    private final Duration maxAge;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected SigningSettings() {
        this.maxAge = null;
    }

    @Inject
    public SigningSettings(
            @ConfigProperty(name = "semblance.security.signing-key-age", defaultValue = "P90D") Duration maxAge) {
        this.maxAge = maxAge;
        if (maxAge.compareTo(SHORTEST) < 0 || maxAge.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("semblance.security.signing-key-age lies between P1D and P730D");
        }
    }

    /** After this long another key takes over. */
    public Duration maxAge() {
        return maxAge;
    }
}
