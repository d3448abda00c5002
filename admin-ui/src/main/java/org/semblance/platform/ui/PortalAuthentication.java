package org.semblance.platform.ui;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.semblance.identity.UserAccess;

/**
 * Tells the container who has signed in, on every request: the services behind check their roles against that. What the
 * user may do is read anew each time, and a session that somebody has ended ends here.
 */
@ApplicationScoped
public class PortalAuthentication implements HttpAuthenticationMechanism {

    private final UserAccess access;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected PortalAuthentication() {
        this(null);
    }

    @Inject
    public PortalAuthentication(UserAccess access) {
        this.access = access;
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        return PortalSession.renew(request, access)
                .map(user -> context.notifyContainerAboutLogin(user.username(), user.permissions()))
                .orElseGet(context::doNothing);
    }
}
