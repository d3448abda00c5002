package org.semblance.platform.ui;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Tells the container who has signed in, on every request: the services behind check their roles against that. */
@ApplicationScoped
public class PortalAuthentication implements HttpAuthenticationMechanism {

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        return PortalSession.user(request)
                .map(user -> context.notifyContainerAboutLogin(user.username(), user.permissions()))
                .orElseGet(context::doNothing);
    }
}
