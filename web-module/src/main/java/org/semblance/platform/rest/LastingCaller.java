package org.semblance.platform.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.semblance.identity.SignedInUser;

/** Asks again who sent a request, for answers that go on for long: what the caller may do can end before they do. */
@ApplicationScoped
public class LastingCaller {
    private final BearerAuthentication authentication;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected LastingCaller() {
        this(null);
    }

    @Inject
    public LastingCaller(BearerAuthentication authentication) {
        this.authentication = authentication;
    }

    /** Who sent the request, as it is when asked; nobody once the token has expired, or the user or key is disabled. */
    public Supplier<Optional<SignedInUser>> of(HttpServletRequest request) {
        return authentication.lasting(request);
    }
}
