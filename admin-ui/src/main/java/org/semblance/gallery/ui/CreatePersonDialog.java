package org.semblance.gallery.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.NewPerson;
import org.semblance.gallery.PersonService;
import org.semblance.gallery.PersonSummary;
import org.semblance.platform.Problem;
import org.semblance.platform.ui.UiErrorHandler;

/** Asks what a new person is called; photos are added to the person afterwards. */
final class CreatePersonDialog extends Dialog {
    private static final int MAX_LENGTH = 200;
    private static final long serialVersionUID = 1L;

    private final transient PersonService persons;
    private final GalleryName gallery;
    private final SerializableConsumer<PersonSummary> onCreated;
    final TextField name = new TextField(getTranslation("person.name"));
    final TextField externalId = new TextField(getTranslation("person.external-id"));
    final Button create = new Button(getTranslation("action.create"), event -> create());

    CreatePersonDialog(GalleryName gallery, PersonService persons, SerializableConsumer<PersonSummary> onCreated) {
        this.gallery = gallery;
        this.persons = persons;
        this.onCreated = onCreated;
        setHeaderTitle(getTranslation("person.create"));
        setWidth("26rem");
        name.setAutofocus(true);
        name.setRequiredIndicatorVisible(true);
        name.setMaxLength(MAX_LENGTH);
        externalId.setMaxLength(MAX_LENGTH);
        externalId.setHelperText(getTranslation("person.external-id.help"));
        add(new FormLayout(name, externalId));
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        create.addClickShortcut(Key.ENTER).setResetFocusOnActiveElement(true);
        getFooter().add(new Button(getTranslation("action.cancel"), event -> close()), create);
    }

    private void create() {
        if (name.getValue().isBlank()) {
            refuse(name, getTranslation("form.required"));
            return;
        }
        try {
            var created = persons.create(gallery, new NewPerson(name.getValue(), externalId.getValue()));
            close();
            onCreated.accept(created);
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
