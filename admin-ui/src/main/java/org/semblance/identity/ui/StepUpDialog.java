package org.semblance.identity.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import org.semblance.identity.SecondFactorRequiredException;
import org.semblance.identity.SignInService;
import org.semblance.identity.StepUpRequiredException;
import org.semblance.platform.Problem;
import org.semblance.platform.ui.UiErrorHandler;

/** Asks for the password once more before sensitive work, and then does the work. */
public final class StepUpDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final transient SignInService signIns;
    private final SerializableRunnable work;
    public final PasswordField password = new PasswordField(getTranslation("login.password"));
    public final TextField code = new TextField(getTranslation("login.code"));
    public final Button confirm = new Button(getTranslation("step-up.confirm"), event -> confirm());

    private StepUpDialog(SignInService signIns, SerializableRunnable work) {
        this.signIns = signIns;
        this.work = work;
        setHeaderTitle(getTranslation("step-up.heading"));
        setWidth("24rem");
        password.setAutofocus(true);
        password.setRequiredIndicatorVisible(true);
        password.getElement().setAttribute("autocomplete", "current-password");
        code.setVisible(false);
        code.getElement().setAttribute("autocomplete", "one-time-code");
        code.setHelperText(getTranslation("login.code-helper"));
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        confirm.addClickShortcut(Key.ENTER).setResetFocusOnActiveElement(true);
        add(new Paragraph(getTranslation("step-up.text")), new FormLayout(password, code));
        getFooter().add(new Button(getTranslation("action.cancel"), event -> close()), confirm);
    }

    /** Does the work at once where the password was proved of late, and otherwise after it is. */
    public static void around(SignInService signIns, SerializableRunnable work) {
        try {
            work.run();
        } catch (StepUpRequiredException e) {
            new StepUpDialog(signIns, work).open();
        }
    }

    private void confirm() {
        try {
            signIns.stepUp(password.getValue(), code.isVisible() ? code.getValue().strip() : null);
        } catch (SecondFactorRequiredException e) {
            code.setVisible(true);
            code.focus();
            return;
        } catch (Problem refusal) {
            password.setErrorMessage(UiErrorHandler.message(refusal));
            password.setInvalid(true);
            password.focus();
            return;
        }
        close();
        work.run();
    }
}
