package org.semblance.platform.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;

/** Shows a secret that nobody can tell again: it stays until somebody says that they have kept it. */
public final class SecretDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    public final TextField secret = new TextField();
    public final Button copy;
    public final Button kept = new Button(getTranslation("secret.kept"), event -> close());

    /** @param label what the secret is */
    public SecretDialog(String heading, String text, String label, String value) {
        setHeaderTitle(heading);
        setWidth("34rem");
        setCloseOnEsc(false);
        setCloseOnOutsideClick(false);
        secret.setLabel(label);
        secret.setValue(value);
        secret.setReadOnly(true);
        secret.setAutoselect(true);
        secret.setWidthFull();
        secret.addClassName("once");
        copy = new CopyButton(value);
        kept.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(new Paragraph(text), secret);
        getFooter().add(copy, kept);
    }
}
