package org.semblance.identity.ui;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.semblance.identity.oidc.Arrival;
import org.semblance.identity.oidc.PendingSignIn;
import org.semblance.identity.oidc.ProviderAnswer;
import org.semblance.identity.oidc.SingleSignOn;
import org.semblance.platform.Problem;
import org.semblance.platform.ui.PortalSession;

/**
 * Where browsers come back to from the identity provider. They go on to the view that their session remembers, never to
 * an address that the request names.
 */
@WebServlet("/sso/callback")
public class SsoCallbackServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient SingleSignOn signOn;

    @Inject
    public SsoCallbackServlet(SingleSignOn signOn) {
        this.signOn = signOn;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        String portal = request.getContextPath() + "/";
        try {
            PendingSignIn pending =
                    PortalSession.take(request, PendingSignIn.class).orElse(null);
            Arrival arrival = signOn.complete(pending, answer(request));
            PortalSession.begin(request, arrival.user(), arrival.exit());
            response.sendRedirect(portal + PortalSession.wanted(request));
        } catch (Problem problem) {
            PortalSession.refuse(request, problem);
            response.sendRedirect(portal + "login");
        }
    }

    private static ProviderAnswer answer(HttpServletRequest request) {
        return new ProviderAnswer(
                request.getParameter("state"),
                request.getParameter("code"),
                request.getParameter("error"),
                request.getParameter("iss"));
    }
}
