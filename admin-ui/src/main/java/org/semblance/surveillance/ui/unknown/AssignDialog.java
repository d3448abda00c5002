package org.semblance.surveillance.ui.unknown;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.Optional;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.ui.PersonChoices;
import org.semblance.gallery.ui.PersonPicker;
import org.semblance.platform.Problem;
import org.semblance.platform.ui.UiErrorHandler;

/** Asks whose face it is, of all persons of the gallery. */
final class AssignDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    final PersonPicker person;
    final Button assign = new Button(getTranslation("unknown.assign"));

    AssignDialog(GalleryName gallery, PersonChoices choices, SerializableConsumer<PersonId> onAssign) {
        person = new PersonPicker(choices, () -> Optional.of(gallery));
        setHeaderTitle(getTranslation("unknown.assign.heading"));
        setWidth("26rem");
        person.setWidthFull();
        person.setAutofocus(true);
        person.setRequiredIndicatorVisible(true);
        assign.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        assign.addClickShortcut(Key.ENTER);
        assign.addClickListener(event -> assign(onAssign));
        add(new Paragraph(getTranslation("unknown.assign.text")), person);
        getFooter().add(new Button(getTranslation("action.cancel"), event -> close()), assign);
    }

    private void assign(SerializableConsumer<PersonId> onAssign) {
        person.setErrorMessage(getTranslation("form.required"));
        person.setInvalid(person.isEmpty());
        if (person.isInvalid()) {
            person.focus();
            return;
        }
        try {
            onAssign.accept(person.getValue().id());
            close();
        } catch (Problem problem) {
            person.setErrorMessage(UiErrorHandler.message(problem));
            person.setInvalid(true);
        }
    }
}
