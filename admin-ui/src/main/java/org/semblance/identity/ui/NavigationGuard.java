package org.semblance.identity.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.auth.NavigationAccessControl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Lets nobody into a view whose roles they lack; whoever has not signed in is asked to, and comes to the view that
 * they wanted afterwards.
 */
@ApplicationScoped
public class NavigationGuard implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1L;

    @Override
    public void serviceInit(@Observes ServiceInitEvent event) {
        var access = new NavigationAccessControl();
        access.setLoginView(LoginView.class);
        event.getSource().addUIInitListener(created -> created.getUI().addBeforeEnterListener(access));
    }
}
