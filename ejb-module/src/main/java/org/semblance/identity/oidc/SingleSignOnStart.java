package org.semblance.identity.oidc;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;
import org.semblance.identity.PasswordSettings;

/** Finds mistakes in the settings when the server starts. The provider itself is not asked: it may be down. */
@Singleton
@Startup
public class SingleSignOnStart {
    private static final Logger LOG = Logger.getLogger(SingleSignOnStart.class);

    private final OidcSettings settings;
    private final ClaimSettings claims;
    private final PasswordSettings passwords;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected SingleSignOnStart() {
        this(null, null, null);
    }

    @Inject
    public SingleSignOnStart(OidcSettings settings, ClaimSettings claims, PasswordSettings passwords) {
        this.settings = settings;
        this.claims = claims;
        this.passwords = passwords;
    }

    @PostConstruct
    void check() {
        settings.client()
                .ifPresent(client -> LOG.infof(
                        "Single sign-on as %s%s%s",
                        client,
                        claims.createsUsers() ? "" : ", for users that exist",
                        passwords.isSignInAllowed() ? "" : ", and no other way in"));
    }
}
