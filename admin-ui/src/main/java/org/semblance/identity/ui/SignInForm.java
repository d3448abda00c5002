package org.semblance.identity.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocapitalize;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.BiConsumer;

/** Name and password, as password managers know them. */
final class SignInForm extends Div {
    private static final long serialVersionUID = 1L;

    final TextField username = new TextField(getTranslation("login.username"));
    final PasswordField password = new PasswordField(getTranslation("login.password"));
    final Div refusal = new Div();
    final Button submit = new Button(getTranslation("login.sign-in"));

    SignInForm(BiConsumer<String, String> signIn) {
        addClassName("login-form");
        username.getElement().setAttribute("name", "username");
        username.setAutocomplete(Autocomplete.USERNAME);
        username.setAutocapitalize(Autocapitalize.NONE);
        username.setAutofocus(true);
        password.getElement().setAttribute("name", "password");
        password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        refusal.addClassName("login-refusal");
        refusal.getElement().setAttribute("role", "alert");
        refusal.setVisible(false);
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        submit.setDisableOnClick(false);
        submit.addClickShortcut(Key.ENTER).setResetFocusOnActiveElement(true);
        submit.addClickListener(event -> submit(signIn));
        add(refusal, username, password, submit);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        username.focus();
    }

    private void submit(BiConsumer<String, String> signIn) {
        refusal.setVisible(false);
        username.setInvalid(username.isEmpty());
        username.setErrorMessage(getTranslation("form.required"));
        password.setInvalid(password.isEmpty());
        password.setErrorMessage(getTranslation("form.required"));
        if (username.isEmpty()) {
            username.focus();
        } else if (password.isEmpty()) {
            password.focus();
        } else {
            signIn.accept(username.getValue().strip(), password.getValue());
        }
    }

    void refuse(String message) {
        refusal.setText(message);
        refusal.setVisible(true);
        password.clear();
        password.focus();
    }
}
