package org.semblance.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the first password lies and how long tokens live. */
@ApplicationScoped
public class IdentitySettings {
    private static final Duration LONGEST_TOKEN = Duration.ofHours(12);

    private final Path firstPasswordFile;
    private final Duration tokenLifetime;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected IdentitySettings() {
        this.firstPasswordFile = null;
        this.tokenLifetime = null;
    }

    @Inject
    public IdentitySettings(
            @ConfigProperty(name = "semblance.security.first-password-file") String firstPasswordFile,
            @ConfigProperty(name = "semblance.security.token-lifetime", defaultValue = "PT15M")
                    Duration tokenLifetime) {
        this.firstPasswordFile = Path.of(firstPasswordFile);
        this.tokenLifetime = tokenLifetime;
        if (tokenLifetime.isNegative() || tokenLifetime.isZero() || tokenLifetime.compareTo(LONGEST_TOKEN) > 0) {
            throw new IllegalArgumentException("semblance.security.token-lifetime lies between PT1S and PT12H");
        }
    }

    public Path firstPasswordFile() {
        return firstPasswordFile;
    }

    public Duration tokenLifetime() {
        return tokenLifetime;
    }
}
