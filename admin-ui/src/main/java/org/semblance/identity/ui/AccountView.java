package org.semblance.identity.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import org.semblance.identity.SecondFactorService;
import org.semblance.identity.SignInService;
import org.semblance.identity.directory.SessionService;
import org.semblance.identity.keys.ApiKeyService;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.MainLayout;
import org.semblance.platform.ui.PortalSession;
import org.semblance.platform.ui.TitledView;

/** What everybody keeps of their own: password, authenticator app, sessions and API keys. */
@CdiComponent
@Route(value = "account", layout = MainLayout.class)
@PermitAll
public class AccountView extends Div implements BeforeEnterObserver, TitledView {
    private static final long serialVersionUID = 1L;

    private final transient SignInService signIns;
    private final transient SecondFactorService factors;
    private final transient SessionService sessions;
    private final transient ApiKeyService keys;

    @Inject
    public AccountView(
            SignInService signIns, SecondFactorService factors, SessionService sessions, ApiKeyService keys) {
        this.signIns = signIns;
        this.factors = factors;
        this.sessions = sessions;
        this.keys = keys;
        addClassNames("view", "account");
    }

    @Override
    public String title() {
        return getTranslation("account.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        PortalSession.user().ifPresent(user -> {
            add(new ProfileCard(user));
            if (signIns.takesPasswords()) {
                add(new PasswordCard(signIns, user.username()), new SecondFactorCard(signIns, factors));
            }
            add(new SessionsCard(sessions, user));
        });
        if (PortalSession.permits(Permissions.APIKEY_CREATE) || PortalSession.permits(Permissions.APIKEY_MANAGE)) {
            add(new OwnKeysCard(keys));
        }
    }
}
