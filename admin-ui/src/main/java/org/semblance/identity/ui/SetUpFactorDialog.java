package org.semblance.identity.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import org.semblance.identity.SecondFactorService.Setup;
import org.semblance.platform.Problem;
import org.semblance.platform.ui.QrCode;
import org.semblance.platform.ui.UiErrorHandler;

/** Brings the secret to an authenticator app, and has a first code prove that it came. */
final class SetUpFactorDialog extends Dialog {
    private static final long serialVersionUID = 1L;
    private static final int GROUP = 4;

    private final SerializableConsumer<String> onCode;
    final TextField code = new TextField(getTranslation("login.code"));
    final Button confirm = new Button(getTranslation("factor.confirm"), event -> confirm());

    SetUpFactorDialog(Setup setup, SerializableConsumer<String> onCode) {
        this.onCode = onCode;
        setHeaderTitle(getTranslation("factor.set-up.heading"));
        setWidth("28rem");
        setCloseOnOutsideClick(false);
        var secret = new Span(setup.secret().replaceAll("(.{" + GROUP + "})(?=.)", "$1 "));
        secret.addClassName("secret");
        var link = new Anchor(setup.address(), getTranslation("factor.open-app"));
        link.setRouterIgnore(true);
        var typed = new Div(secret, link);
        typed.addClassName("factor-typed");
        var account = new Div(new QrCode(setup.address(), getTranslation("factor.qr")), typed);
        account.addClassName("factor-account");
        code.getElement().setAttribute("autocomplete", "one-time-code");
        code.getElement().setAttribute("inputmode", "numeric");
        code.setMaxLength(6);
        code.setAutofocus(true);
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        confirm.addClickShortcut(Key.ENTER).listenOn(this);
        var form = new Div(
                new Paragraph(getTranslation("factor.step.add")),
                account,
                new Paragraph(getTranslation("factor.step.code")),
                code);
        form.addClassName("account-form");
        add(form);
        getFooter().add(new Button(getTranslation("action.cancel"), event -> close()), confirm);
    }

    private void confirm() {
        try {
            onCode.accept(code.getValue().replace(" ", ""));
        } catch (Problem problem) {
            code.setErrorMessage(UiErrorHandler.message(problem));
            code.setInvalid(true);
            code.focus();
            return;
        }
        close();
    }
}
