package org.semblance.identity.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import org.semblance.identity.oidc.SingleSignOn;
import org.semblance.platform.ui.PortalSession;
import org.semblance.platform.ui.UiErrorHandler;

/** The way to the company's identity provider, and what it ended in. */
final class SingleSignOnPanel extends Div {
    private static final long serialVersionUID = 1L;

    final Div refusal = new Div();
    final Button start;

    SingleSignOnPanel(SingleSignOn signOn) {
        addClassName("login-provider");
        refusal.addClassName("login-refusal");
        refusal.getElement().setAttribute("role", "alert");
        start = new Button(
                signOn.label().orElseGet(() -> getTranslation("login.single-sign-on")),
                event -> UI.getCurrent().getPage().setLocation("sso/start"));
        start.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(refusal, start);
        refusal.setVisible(false);
        PortalSession.takeRefusal().ifPresent(problem -> {
            refusal.setText(UiErrorHandler.message(problem));
            refusal.setVisible(true);
        });
    }
}
