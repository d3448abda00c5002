package org.semblance.identity.ui;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.semblance.identity.oidc.Departure;
import org.semblance.identity.oidc.SingleSignOn;
import org.semblance.platform.Problem;
import org.semblance.platform.ui.PortalSession;

/** Sends a browser to the identity provider, and keeps in its session what has to come back. */
@WebServlet("/sso/start")
public class SsoStartServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient SingleSignOn signOn;

    @Inject
    public SsoStartServlet(SingleSignOn signOn) {
        this.signOn = signOn;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        try {
            Departure departure = signOn.begin(request.getParameter("proof") != null);
            PortalSession.keep(request, departure.pending());
            response.sendRedirect(departure.address());
        } catch (Problem problem) {
            PortalSession.refuse(request, problem);
            response.sendRedirect(request.getContextPath() + "/login");
        }
    }
}
