package org.semblance.platform.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import org.semblance.identity.SecondFactorRequiredException;
import org.semblance.identity.SignInService;
import org.semblance.identity.StepUpRequiredException;
import org.semblance.platform.Problem;

/** Asks for the password once more before sensitive work: somebody else may sit before an open page. */
public final class PasswordAgain extends Dialog {
    private static final long serialVersionUID = 1L;

    private final transient SignInService signIns;
    private final SerializableRunnable work;
    public final PasswordField password = new PasswordField(getTranslation("login.password"));
    public final TextField code = new TextField(getTranslation("login.code"));
    public final Div refusal = new Div();
    public final Button submit = new Button(getTranslation("again.submit"), event -> prove());

    private PasswordAgain(SignInService signIns, SerializableRunnable work) {
        this.signIns = signIns;
        this.work = work;
        setHeaderTitle(getTranslation("again.title"));
        setWidth("24rem");
        refusal.addClassName("login-refusal");
        refusal.getElement().setAttribute("role", "alert");
        refusal.setVisible(false);
        password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        password.setAutofocus(true);
        code.getElement().setAttribute("autocomplete", "one-time-code");
        code.setVisible(false);
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        submit.addClickShortcut(Key.ENTER).listenOn(this);
        var form = new Div(new Paragraph(getTranslation("again.text")), refusal, password, code);
        form.addClassName("login-form");
        add(form);
        getFooter().add(new Button(getTranslation("action.cancel"), event -> close()), submit);
    }

    /** Does something; where the password was proved too long ago, asks for it first. */
    public static void before(SignInService signIns, SerializableRunnable work) {
        try {
            work.run();
        } catch (StepUpRequiredException e) {
            new PasswordAgain(signIns, work).open();
        }
    }

    private void prove() {
        refusal.setVisible(false);
        try {
            signIns.stepUp(
                    password.getValue(), code.isEmpty() ? null : code.getValue().strip());
        } catch (SecondFactorRequiredException e) {
            code.setVisible(true);
            code.focus();
            return;
        } catch (Problem problem) {
            refusal.setText(UiErrorHandler.message(problem));
            refusal.setVisible(true);
            return;
        }
        close();
        work.run();
    }
}
