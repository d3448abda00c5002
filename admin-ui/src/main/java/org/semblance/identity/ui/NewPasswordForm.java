package org.semblance.identity.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;

/** Asks for a new password in place of a one-time one, twice, for nobody sees what they type. */
final class NewPasswordForm extends Div {
    private static final long serialVersionUID = 1L;

    final PasswordField chosen = new PasswordField(getTranslation("login.new-password"));
    final PasswordField repeated = new PasswordField(getTranslation("login.repeat-password"));
    final Div refusal = new Div();
    final Button submit = new Button(getTranslation("login.change-password"));
    private SerializableConsumer<String> listener = password -> {};

    NewPasswordForm(String username) {
        addClassName("login-form");
        refusal.addClassName("login-refusal");
        refusal.getElement().setAttribute("role", "alert");
        refusal.setVisible(false);
        chosen.setAutocomplete(Autocomplete.NEW_PASSWORD);
        chosen.setHelperText(getTranslation("login.policy"));
        repeated.setAutocomplete(Autocomplete.NEW_PASSWORD);
        repeated.setErrorMessage(getTranslation("login.passwords-differ"));
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        submit.addClickShortcut(Key.ENTER).setResetFocusOnActiveElement(true);
        submit.addClickListener(event -> submit());
        add(
                new H2(getTranslation("login.change-heading")),
                new Paragraph(getTranslation("login.change-text")),
                buildName(username),
                refusal,
                chosen,
                repeated,
                submit);
    }

    /** Password managers file the new password under the name that they see beside it. */
    private TextField buildName(String username) {
        var name = new TextField(getTranslation("login.username"));
        name.setAutocomplete(Autocomplete.USERNAME);
        name.setValue(username);
        name.setReadOnly(true);
        return name;
    }

    void onChosen(SerializableConsumer<String> chosenListener) {
        this.listener = chosenListener;
    }

    void focus() {
        chosen.focus();
    }

    void refuse(String message) {
        refusal.setText(message);
        refusal.setVisible(true);
        repeated.clear();
        chosen.clear();
        chosen.focus();
    }

    private void submit() {
        refusal.setVisible(false);
        boolean same = chosen.getValue().equals(repeated.getValue());
        repeated.setInvalid(!same);
        if (chosen.isEmpty()) {
            chosen.focus();
        } else if (same) {
            listener.accept(chosen.getValue());
        } else {
            repeated.focus();
        }
    }
}
