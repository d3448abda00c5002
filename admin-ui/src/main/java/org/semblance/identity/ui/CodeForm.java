package org.semblance.identity.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;

/** Asks whoever has an authenticator app for the code that it shows. */
final class CodeForm extends Div {
    private static final long serialVersionUID = 1L;

    final TextField code = new TextField(getTranslation("login.code"));
    final Div refusal = new Div();
    final Button submit = new Button(getTranslation("login.sign-in"));
    private SerializableConsumer<String> listener = given -> {};

    CodeForm() {
        addClassName("login-form");
        refusal.addClassName("login-refusal");
        refusal.getElement().setAttribute("role", "alert");
        refusal.setVisible(false);
        code.getElement().setAttribute("autocomplete", "one-time-code");
        code.setHelperText(getTranslation("login.code-helper"));
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        submit.addClickShortcut(Key.ENTER).setResetFocusOnActiveElement(true);
        submit.addClickListener(event -> submit());
        add(
                new H2(getTranslation("login.code-heading")),
                new Paragraph(getTranslation("login.code-text")),
                refusal,
                code,
                submit);
    }

    void onGiven(SerializableConsumer<String> givenListener) {
        this.listener = givenListener;
    }

    void focus() {
        code.focus();
    }

    void refuse(String message) {
        refusal.setText(message);
        refusal.setVisible(true);
        code.clear();
        code.focus();
    }

    private void submit() {
        refusal.setVisible(false);
        if (code.isEmpty()) {
            code.focus();
        } else {
            listener.accept(code.getValue().strip());
        }
    }
}
