package org.semblance.gallery.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.PersonPatch;
import org.semblance.gallery.PersonService;
import org.semblance.gallery.PersonSummary;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.Problem;
import org.semblance.platform.ui.Refusal;

/** Gives a person another name or external id. */
final class EditPersonDialog extends Dialog {
    private static final int MAX_LENGTH = 200;
    private static final long serialVersionUID = 1L;

    private final transient PersonService persons;
    private final transient PersonSummary person;
    private final SerializableRunnable onChanged;
    final TextField name = new TextField(getTranslation("person.name"));
    final TextField externalId = new TextField(getTranslation("person.external-id"));
    final Refusal refusal = new Refusal();
    final Button save = new Button(getTranslation("action.save"), event -> save());

    EditPersonDialog(PersonSummary person, PersonService persons, SerializableRunnable onChanged) {
        this.persons = persons;
        this.person = person;
        this.onChanged = onChanged;
        setHeaderTitle(getTranslation("person.edit"));
        setWidth("26rem");
        name.setMaxLength(MAX_LENGTH);
        name.setAutofocus(true);
        name.setValue(person.name() == null ? "" : person.name());
        externalId.setMaxLength(MAX_LENGTH);
        externalId.setValue(person.externalId() == null ? "" : person.externalId());
        externalId.setHelperText(getTranslation("person.external-id.help"));
        add(refusal, new FormLayout(name, externalId));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClickShortcut(Key.ENTER).listenOn(this).setResetFocusOnActiveElement(true);
        getFooter().add(new Button(getTranslation("action.cancel"), event -> close()), save);
    }

    private void save() {
        var patch = PersonPatch.naming(changed(name, person.name()), changed(externalId, person.externalId()));
        try {
            persons.change(person.id(), patch, ExpectedVersion.of(person.version()));
            close();
            onChanged.run();
        } catch (Problem problem) {
            refusal.show(problem);
        }
    }

    private static PersonPatch.Field<String> changed(TextField field, @Nullable String before) {
        String said = field.getValue().strip();
        String value = said.isEmpty() ? null : said;
        return Objects.equals(value, before) ? PersonPatch.Field.kept() : PersonPatch.Field.of(value);
    }
}
