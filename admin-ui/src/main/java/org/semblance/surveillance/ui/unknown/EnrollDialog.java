package org.semblance.surveillance.ui.unknown;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.NewPerson;
import org.semblance.platform.Problem;
import org.semblance.platform.ui.UiErrorHandler;

/** Asks what somebody new is called who is made of the faces. */
final class EnrollDialog extends Dialog {
    private static final int MAX_LENGTH = 200;
    private static final long serialVersionUID = 1L;

    final TextField name = new TextField(getTranslation("person.name"));
    final TextField externalId = new TextField(getTranslation("person.external-id"));
    final Button enroll = new Button(getTranslation("unknown.enroll"));

    EnrollDialog(GalleryName gallery, SerializableConsumer<NewPerson> onEnroll) {
        setHeaderTitle(getTranslation("unknown.enroll.heading"));
        setWidth("26rem");
        name.setAutofocus(true);
        name.setRequiredIndicatorVisible(true);
        name.setMaxLength(MAX_LENGTH);
        externalId.setMaxLength(MAX_LENGTH);
        externalId.setHelperText(getTranslation("person.external-id.help"));
        enroll.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        enroll.addClickShortcut(Key.ENTER).setResetFocusOnActiveElement(true);
        enroll.addClickListener(event -> enroll(onEnroll));
        add(new Paragraph(getTranslation("unknown.enroll.text", gallery.value())), new FormLayout(name, externalId));
        getFooter().add(new Button(getTranslation("action.cancel"), event -> close()), enroll);
    }

    private void enroll(SerializableConsumer<NewPerson> onEnroll) {
        if (name.getValue().isBlank()) {
            refuse(name, getTranslation("form.required"));
            return;
        }
        try {
            onEnroll.accept(new NewPerson(name.getValue(), externalId.getValue()));
            close();
        } catch (Problem problem) {
            refuse(externalId, UiErrorHandler.message(problem));
        }
    }

    private static void refuse(TextField field, String message) {
        field.setErrorMessage(message);
        field.setInvalid(true);
        field.focus();
    }
}
