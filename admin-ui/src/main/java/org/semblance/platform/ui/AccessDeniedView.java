package org.semblance.platform.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import org.jboss.logging.Logger;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditTrail;

/** The user may not open this view, and the audit trail says that they tried. */
@CdiComponent
@ParentLayout(MainLayout.class)
@AnonymousAllowed
public class AccessDeniedView extends ErrorPage implements HasErrorParameter<AccessDeniedException> {
    private static final long serialVersionUID = 1L;

    private static final Logger LOG = Logger.getLogger(AccessDeniedView.class);

    private final transient AuditTrail trail;

    @Inject
    public AccessDeniedView(AuditTrail trail) {
        super("error.access-denied");
        this.trail = trail;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        explain();
        PortalSession.user().ifPresent(user -> record(user.username(), event.getLocation()));
        return HttpServletResponse.SC_FORBIDDEN;
    }

    /** A refusal stands, whether or not it can be recorded. */
    private void record(String username, Location location) {
        try {
            trail.record(
                    Actor.caller(username), AuditEvent.refused("request.refused", "view", location.getFirstSegment()));
        } catch (EJBException e) {
            LOG.warnf("A refusal could not be recorded: %s", e.getMessage());
        }
    }
}
