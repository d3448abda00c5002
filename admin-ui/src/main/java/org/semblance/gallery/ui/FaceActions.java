package org.semblance.gallery.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.Cover;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.FaceService;
import org.semblance.gallery.FaceSummary;
import org.semblance.gallery.PersonChangeService;
import org.semblance.gallery.PersonFound;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.PersonPatch;
import org.semblance.gallery.PersonService;
import org.semblance.gallery.PersonSummary;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.ui.Confirmation;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.Notice;

/** What can be done to the faces of a person that have been ticked: they are somebody else’s, or not this person’s. */
final class FaceActions extends Div {
    private static final long serialVersionUID = 1L;

    private final transient PersonChangeService changes;
    private final transient FaceService faces;
    private final transient PersonService persons;
    private final transient PersonChoices choices;
    private final SerializableConsumer<PersonId> onChanged;
    private final Set<FaceId> chosen = new LinkedHashSet<>();
    private transient @Nullable PersonSummary person;
    private final Span count = new Span();
    final Button cover = new Button(getTranslation("faces.cover"), event -> chooseCover());
    final Button split = new Button(getTranslation("faces.split"), event -> openSplit());
    final Button move = new Button(getTranslation("faces.move"), event -> openMove());
    final Button reject = new Button(getTranslation("faces.reject"), event -> confirmReject());

    FaceActions(
            PersonChangeService changes,
            FaceService faces,
            PersonService persons,
            PersonChoices choices,
            SerializableConsumer<PersonId> onChanged) {
        this.changes = changes;
        this.faces = faces;
        this.persons = persons;
        this.choices = choices;
        this.onChanged = onChanged;
        addClassName("selection-bar");
        getElement().setAttribute("role", "status");
        for (Button button : List.of(cover, split, move, reject)) {
            button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        }
        reject.setTooltipText(getTranslation("faces.reject.help"));
        add(count, cover, split, move, reject);
    }

    /** Begins anew with the faces of somebody. */
    void begin(PersonSummary whose) {
        person = whose;
        chosen.clear();
        show();
    }

    Checkbox box(FaceSummary face) {
        var box = new Checkbox();
        box.setAriaLabel(getTranslation("face.select", LocalFormat.format(face.createdAt())));
        box.addValueChangeListener(event -> {
            if (event.getValue()) {
                chosen.add(face.id());
            } else {
                chosen.remove(face.id());
            }
            show();
        });
        return box;
    }

    private void show() {
        setVisible(!chosen.isEmpty());
        count.setText(getTranslation("faces.selected", chosen.size()));
        split.setEnabled(chosen.size() < requirePerson().faces());
        cover.setEnabled(chosen.size() == 1);
        cover.setText(getTranslation(chosen.equals(chosenCover()) ? "faces.cover.best" : "faces.cover"));
    }

    /** The face that people chose to stand for the person, if any. */
    private Set<FaceId> chosenCover() {
        Cover now = requirePerson().cover();
        return now == null || !now.isChosen() ? Set.of() : Set.of(now.face());
    }

    private void chooseCover() {
        FaceId before = only(chosenCover());
        FaceId wanted = chosen.equals(chosenCover()) ? null : only(chosen);
        String text = getTranslation(wanted == null ? "faces.cover.best.done" : "faces.cover.done");
        PersonId whose = requirePerson().id();
        stand(whose, wanted, ExpectedVersion.of(requirePerson().version()));
        Notice.undoable(text, () -> stand(whose, before, ExpectedVersion.ANY));
    }

    private void stand(PersonId whose, @Nullable FaceId face, ExpectedVersion expected) {
        persons.change(whose, PersonPatch.cover(face), expected);
        onChanged.accept(whose);
    }

    private static @Nullable FaceId only(Set<FaceId> faces) {
        return faces.isEmpty() ? null : faces.iterator().next();
    }

    private void openSplit() {
        var name = new TextField(getTranslation("person.name"));
        name.setHelperText(getTranslation("faces.split.help"));
        name.setAutofocus(true);
        var dialog = new FacesDialog(getTranslation("faces.split"), name);
        dialog.submit(
                () -> split(name.getValue().isBlank() ? null : name.getValue().strip()));
        dialog.open();
    }

    private void split(@Nullable String name) {
        PersonId whole = requirePerson().id();
        changes.split(whole, List.copyOf(chosen), name);
        changed(whole, getTranslation("faces.split.done", chosen.size()));
    }

    private void openMove() {
        var gallery = Optional.of(requirePerson().gallery());
        var picker = new PersonPicker(choices, () -> gallery);
        picker.setAutofocus(true);
        picker.setRequiredIndicatorVisible(true);
        var dialog = new FacesDialog(getTranslation("faces.move"), picker);
        dialog.submit(() -> {
            if (picker.isEmpty()) {
                throw new InvalidInputException("person", getTranslation("form.required"));
            }
            move(picker.getValue());
        });
        dialog.open();
    }

    private void move(PersonFound target) {
        changes.move(List.copyOf(chosen), target.id());
        changed(requirePerson().id(), getTranslation("faces.moved", chosen.size(), PersonPicker.name(target)));
    }

    private void changed(PersonId whole, String text) {
        var undo = new ChangeUndoing(changes, whole, 1);
        onChanged.accept(whole);
        Notice.undoable(text, () -> onChanged.accept(undo.run()));
    }

    private void confirmReject() {
        PersonSummary not = requirePerson();
        Confirmation.ask(
                getTranslation("faces.reject"),
                getTranslation("faces.reject.text", chosen.size(), PersonName.of(not)),
                getTranslation("faces.reject"),
                () -> {
                    chosen.forEach(face -> faces.reject(face, not.id()));
                    onChanged.accept(not.id());
                });
    }

    private PersonSummary requirePerson() {
        if (person == null) {
            throw new IllegalStateException("Nobody's faces are shown");
        }
        return person;
    }
}
