package org.semblance.identity.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableRunnable;
import org.semblance.identity.SecondFactorService;
import org.semblance.identity.SecondFactorService.State;
import org.semblance.identity.SignInService;
import org.semblance.platform.ui.Badge;
import org.semblance.platform.ui.Notice;
import org.semblance.platform.ui.PasswordAgain;

/** The user's authenticator app: set up, with new recovery codes, or taken away. */
final class SecondFactorCard extends Div {
    private static final long serialVersionUID = 1L;
    private static final int FEW_CODES = 3;

    private final transient SignInService signIns;
    private final transient SecondFactorService factors;
    private final Div header = new Div();
    private final Paragraph text = new Paragraph();
    final Button setUp = new Button(getTranslation("factor.set-up"), event -> again(this::setUp));
    final Button renew = new Button(getTranslation("factor.renew"), event -> confirmRenewal());
    final Button remove = new Button(getTranslation("factor.remove"), event -> confirmRemoval());

    SecondFactorCard(SignInService signIns, SecondFactorService factors) {
        this.signIns = signIns;
        this.factors = factors;
        addClassName("card");
        header.addClassName("card-header");
        setUp.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        remove.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
        var actions = new Div(setUp, renew, remove);
        actions.addClassName("account-actions");
        add(header, text, actions);
        show();
    }

    private void show() {
        State state = factors.state();
        header.removeAll();
        header.add(
                new H2(getTranslation("factor.title")),
                state.isEnabled()
                        ? new Badge(Badge.Tone.GOOD, getTranslation("factor.on"))
                        : new Badge(Badge.Tone.NEUTRAL, getTranslation("factor.off")));
        text.setText(
                state.isEnabled()
                        ? getTranslation("factor.codes-left", state.recoveryCodes())
                        : getTranslation("factor.why"));
        text.setClassName("text-warning", state.isEnabled() && state.recoveryCodes() < FEW_CODES);
        setUp.setVisible(!state.isEnabled());
        renew.setVisible(state.isEnabled());
        remove.setVisible(state.isEnabled());
    }

    private void setUp() {
        new SetUpFactorDialog(factors.setUp(), code -> {
                    var codes = factors.confirm(code);
                    show();
                    new RecoveryCodesDialog(codes).open();
                })
                .open();
    }

    private void confirmRenewal() {
        var question = new ConfirmDialog(
                getTranslation("factor.renew.heading"),
                getTranslation("factor.renew.text"),
                getTranslation("factor.renew"),
                event -> again(this::renew));
        question.setCancelable(true);
        question.setCancelText(getTranslation("action.cancel"));
        question.open();
    }

    private void renew() {
        var codes = factors.renewRecoveryCodes();
        show();
        new RecoveryCodesDialog(codes).open();
    }

    private void confirmRemoval() {
        var question = new ConfirmDialog(
                getTranslation("factor.remove.heading"),
                getTranslation("factor.remove.text"),
                getTranslation("factor.remove"),
                event -> again(this::remove));
        question.setCancelable(true);
        question.setCancelText(getTranslation("action.cancel"));
        question.setConfirmButtonTheme("error primary");
        question.open();
    }

    private void remove() {
        factors.remove();
        show();
        Notice.success(getTranslation("factor.removed"));
    }

    private void again(SerializableRunnable work) {
        PasswordAgain.before(signIns, work);
    }
}
