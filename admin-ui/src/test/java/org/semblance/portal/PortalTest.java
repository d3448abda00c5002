package org.semblance.portal;

import com.github.mvysny.fakeservlet.FakeRequest;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.mock.MockService;
import com.github.mvysny.kaributesting.v10.mock.MockVaadinServlet;
import com.github.mvysny.kaributesting.v10.mock.MockedUI;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.VaadinSession;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import kotlin.jvm.functions.Function0;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.semblance.identity.SignedInUser;

/** Opens the portal without a browser, over services in memory; every test begins with nobody signed in. */
public abstract class PortalTest {
    private static final Routes ROUTES = new Routes().autoDiscoverViews("org.semblance");
    private static final String USER = "org.semblance.portal.user";

    protected final FakeServices services = new FakeServices();

    @BeforeEach
    protected void openPortal() {
        Function0<UI> pages = MockedUI::new;
        MockVaadin.setup(pages, new PortalServlet(pages));
        UI.getCurrent().setLocale(Locale.ENGLISH);
        VaadinSession.getCurrent().setLocale(Locale.ENGLISH);
    }

    @AfterEach
    protected void closePortal() {
        MockVaadin.tearDown();
    }

    protected void signInWith(String... permissions) {
        SignedInUser user = FakeSignIns.user("ada", Set.of(permissions));
        VaadinSession.getCurrent().getSession().setAttribute(USER, user);
        var request = (FakeRequest) VaadinServletRequest.getCurrent().getRequest();
        request.setUserPrincipalInt(user::username);
        request.setUserInRole((principal, role) -> user.permissions().contains(role));
    }

    protected Optional<SignedInUser> signedIn() {
        return Optional.ofNullable(
                (SignedInUser) VaadinSession.getCurrent().getSession().getAttribute(USER));
    }

    /** Lets the browser answer and the page settle. */
    protected void settle() {
        MockVaadin.clientRoundtrip();
    }

    /** Takes its views' services from the test. */
    private final class PortalServlet extends MockVaadinServlet {
        private static final long serialVersionUID = 1L;

        private final transient Function0<UI> pages;

        PortalServlet(Function0<UI> pages) {
            super(ROUTES, pages);
            this.pages = pages;
        }

        @Override
        protected VaadinServletService createServletService(DeploymentConfiguration configuration)
                throws ServiceException {
            var service = new MockService(this, configuration, pages) {
                private static final long serialVersionUID = 1L;

                @Override
                protected Optional<Instantiator> loadInstantiators() {
                    return Optional.of(services.instantiator(this));
                }
            };
            service.init();
            getRoutes().register((VaadinServletContext) service.getContext());
            return service;
        }
    }
}
