package org.semblance.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether passwords of our own let people in; a company whose identity provider does may want no other way. */
@ApplicationScoped
public class PasswordSettings {
    private final boolean signInAllowed;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected PasswordSettings() {
        this.signInAllowed = false;
    }

    @Inject
    public PasswordSettings(
            @ConfigProperty(name = "semblance.security.password-sign-in", defaultValue = "true") boolean signInAllowed,
            @ConfigProperty(name = "semblance.oidc.issuer") Optional<String> issuer) {
        this.signInAllowed = signInAllowed;
        if (!signInAllowed && issuer.isEmpty()) {
            throw new IllegalArgumentException(
                    "semblance.security.password-sign-in is false only where semblance.oidc.issuer lets people in");
        }
    }

    public boolean isSignInAllowed() {
        return signInAllowed;
    }
}
