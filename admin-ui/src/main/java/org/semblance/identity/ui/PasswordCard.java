package org.semblance.identity.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import org.semblance.identity.Credentials;
import org.semblance.identity.SecondFactorRequiredException;
import org.semblance.identity.SignInRefusedException;
import org.semblance.identity.SignInService;
import org.semblance.platform.Problem;
import org.semblance.platform.ui.Notice;
import org.semblance.platform.ui.UiErrorHandler;

/** Changes the password of whoever knows the current one; every other session of theirs ends. */
final class PasswordCard extends Div {
    private static final long serialVersionUID = 1L;

    private final transient SignInService signIns;
    private final String username;
    final PasswordField current = new PasswordField(getTranslation("account.password.current"));
    final TextField code = new TextField(getTranslation("login.code"));
    final PasswordField chosen = new PasswordField(getTranslation("login.new-password"));
    final PasswordField repeated = new PasswordField(getTranslation("login.repeat-password"));
    final Button submit = new Button(getTranslation("account.password.change"), event -> submit());

    PasswordCard(SignInService signIns, String username) {
        this.signIns = signIns;
        this.username = username;
        addClassName("card");
        current.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        chosen.setAutocomplete(Autocomplete.NEW_PASSWORD);
        chosen.setHelperText(getTranslation("login.policy"));
        repeated.setAutocomplete(Autocomplete.NEW_PASSWORD);
        code.getElement().setAttribute("autocomplete", "one-time-code");
        code.setVisible(false);
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var form = new Div(current, code, chosen, repeated, submit);
        form.addClassName("account-form");
        submit.addClickShortcut(Key.ENTER).listenOn(form);
        add(new H2(getTranslation("login.password")), form);
    }

    private void submit() {
        refuse(current, current.isEmpty() ? getTranslation("form.required") : "");
        refuse(chosen, chosen.isEmpty() ? getTranslation("form.required") : "");
        boolean same = chosen.getValue().equals(repeated.getValue());
        refuse(repeated, same ? "" : getTranslation("login.passwords-differ"));
        if (current.isInvalid()) {
            current.focus();
        } else if (chosen.isInvalid()) {
            chosen.focus();
        } else if (!same) {
            repeated.focus();
        } else {
            change();
        }
    }

    private void change() {
        String given = code.isEmpty() ? null : code.getValue().strip();
        try {
            signIns.changePassword(new Credentials(username, current.getValue(), given), chosen.getValue());
        } catch (SecondFactorRequiredException e) {
            code.setVisible(true);
            code.focus();
            return;
        } catch (SignInRefusedException e) {
            refuse(current, UiErrorHandler.message(e));
            current.focus();
            return;
        } catch (Problem problem) {
            refuse(chosen, UiErrorHandler.message(problem));
            chosen.focus();
            return;
        }
        current.clear();
        code.clear();
        code.setVisible(false);
        chosen.clear();
        repeated.clear();
        Notice.success(getTranslation("account.password.changed"));
    }

    private static void refuse(PasswordField field, String reason) {
        field.setErrorMessage(reason);
        field.setInvalid(!reason.isEmpty());
    }
}
