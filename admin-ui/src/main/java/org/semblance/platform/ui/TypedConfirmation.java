package org.semblance.platform.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableRunnable;

/** Makes sure that something that nobody can undo is really meant: a word has to be typed. */
public final class TypedConfirmation extends Dialog {
    private static final long serialVersionUID = 1L;

    public final TextField typed = new TextField();
    public final Button confirm = new Button();

    /** @param action key of what the button says */
    public TypedConfirmation(String heading, String text, String word, String action, SerializableRunnable work) {
        setHeaderTitle(heading);
        setWidth("30rem");
        typed.setLabel(getTranslation("form.type-to-confirm", word));
        typed.setWidthFull();
        typed.setAutofocus(true);
        typed.setValueChangeMode(ValueChangeMode.EAGER);
        typed.addValueChangeListener(
                event -> confirm.setEnabled(event.getValue().strip().equals(word)));
        add(new Paragraph(text), typed);
        confirm.setText(getTranslation(action));
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        confirm.setEnabled(false);
        confirm.addClickListener(event -> {
            close();
            work.run();
        });
        getFooter().add(new Button(getTranslation("action.cancel"), event -> close()), confirm);
    }
}
