package org.semblance.identity.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.inject.Inject;
import org.semblance.identity.Credentials;
import org.semblance.identity.PasswordChangeRequiredException;
import org.semblance.identity.SecondFactorRequiredException;
import org.semblance.identity.SessionKind;
import org.semblance.identity.SignInService;
import org.semblance.identity.oidc.SingleSignOn;
import org.semblance.platform.Problem;
import org.semblance.platform.ui.PortalSession;
import org.semblance.platform.ui.TitledView;
import org.semblance.platform.ui.UiErrorHandler;

/** Signs in by name, password and code; a one-time password is replaced before anything else happens. */
@CdiComponent
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
public class LoginView extends Main implements BeforeEnterObserver, TitledView {
    private static final long serialVersionUID = 1L;

    private final transient SignInService signIns;
    final Div card = new Div();
    final SignInForm form = new SignInForm(this::signIn);
    final Paragraph goOn = new Paragraph(getTranslation("login.go-on"));
    private Component shown = form;

    @Inject
    public LoginView(SignInService signIns, SingleSignOn signOn) {
        this.signIns = signIns;
        addClassName("login");
        card.addClassName("login-card");
        card.add(new Image("icons/semblance.svg", ""), new H1("Semblance"));
        card.add(goOn);
        goOn.addClassName("secondary");
        goOn.setVisible(false);
        if (signIns.takesPasswords()) {
            card.add(form);
        }
        if (signOn.isOffered()) {
            card.add(new SingleSignOnPanel(signOn));
        }
        add(card);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (PortalSession.user().isPresent()) {
            event.forwardTo("");
        }
        goOn.setVisible(PortalSession.isAwaited());
    }

    @Override
    public String title() {
        return getTranslation("login.sign-in");
    }

    private void signIn(String username, String password) {
        signIn(new Credentials(username, password), form::refuse);
    }

    private void signIn(Credentials credentials, SerializableConsumer<String> refusal) {
        try {
            enter(credentials);
        } catch (SecondFactorRequiredException e) {
            askForCode(credentials);
        } catch (PasswordChangeRequiredException e) {
            askForNewPassword(credentials);
        } catch (Problem problem) {
            refusal.accept(UiErrorHandler.message(problem));
        }
    }

    private void askForCode(Credentials proved) {
        var ask = new CodeForm();
        ask.onGiven(code -> signIn(new Credentials(proved.username(), proved.password(), code), ask::refuse));
        show(ask);
        ask.focus();
    }

    private void askForNewPassword(Credentials proved) {
        var change = new NewPasswordForm(proved.username());
        change.onChosen(chosen -> {
            try {
                signIns.changePassword(proved, chosen);
            } catch (Problem problem) {
                change.refuse(UiErrorHandler.message(problem));
                return;
            }
            signIn(new Credentials(proved.username(), chosen), change::refuse);
        });
        show(change);
        change.focus();
    }

    private void show(Component next) {
        card.remove(shown);
        card.add(next);
        shown = next;
    }

    private void enter(Credentials credentials) {
        PortalSession.begin(signIns.signIn(credentials, SessionKind.PORTAL));
        String wanted = PortalSession.wanted(VaadinServletRequest.getCurrent());
        UI.getCurrent().getPage().setLocation(wanted.isEmpty() ? "." : "./" + wanted);
    }
}
