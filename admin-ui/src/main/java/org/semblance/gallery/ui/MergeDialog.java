package org.semblance.gallery.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.Comparator;
import java.util.List;
import org.semblance.gallery.FaceService;
import org.semblance.gallery.PersonChangeService;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.PersonSummary;
import org.semblance.platform.Problem;
import org.semblance.platform.ui.Notice;
import org.semblance.platform.ui.Refusal;
import org.semblance.storage.SignedUrls;

/** Shows persons who are one side by side, asks as whom they go on, and says what that leads to. */
final class MergeDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final transient PersonChangeService changes;
    private final transient List<PersonSummary> persons;
    private final SerializableConsumer<PersonId> onChanged;
    final RadioButtonGroup<PersonSummary> survivor = new RadioButtonGroup<>();
    final Paragraph preview = new Paragraph();
    final Refusal refusal = new Refusal();
    final Button merge = new Button(getTranslation("persons.merge"), event -> merge());

    MergeDialog(
            List<PersonSummary> persons,
            PersonChangeService changes,
            FaceService faces,
            SignedUrls urls,
            SerializableConsumer<PersonId> onChanged) {
        this.persons = persons;
        this.changes = changes;
        this.onChanged = onChanged;
        setHeaderTitle(getTranslation("persons.merge.heading"));
        setWidth("36rem");
        survivor.setLabel(getTranslation("persons.merge.survivor"));
        survivor.setItems(persons);
        survivor.setRenderer(new ComponentRenderer<>(person -> row(person, faces, urls)));
        survivor.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        survivor.addValueChangeListener(event -> preview());
        survivor.setValue(persons.stream()
                .max(Comparator.<PersonSummary, Boolean>comparing(person -> person.name() != null)
                        .thenComparing(PersonSummary::faces))
                .orElseThrow());
        preview.addClassName("merge-preview");
        preview.getElement().setAttribute("aria-live", "polite");
        add(refusal, survivor, preview);
        merge.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("action.cancel"), event -> close()), merge);
    }

    private Component row(PersonSummary person, FaceService faces, SignedUrls urls) {
        var details = new Span(
                getTranslation("persons.merge.row", person.faces(), person.id().toString()));
        details.addClassName("secondary");
        var name = new Div(new Span(PersonName.of(person)), details);
        name.addClassName("list-text");
        var row = new Div(name, new PersonFaces(person.id(), faces, urls));
        row.addClassName("merge-row");
        return row;
    }

    private void preview() {
        long faces = persons.stream().mapToLong(PersonSummary::faces).sum();
        preview.setText(
                getTranslation("persons.merge.preview", PersonName.of(survivor.getValue()), faces, persons.size() - 1));
    }

    private void merge() {
        PersonSummary kept = survivor.getValue();
        List<PersonId> others = persons.stream()
                .map(PersonSummary::id)
                .filter(id -> !id.equals(kept.id()))
                .toList();
        try {
            PersonId one = changes.merge(kept.id(), others);
            close();
            var undo = new ChangeUndoing(changes, one, others.size());
            onChanged.accept(one);
            Notice.undoable(getTranslation("persons.merged", PersonName.of(kept)), () -> onChanged.accept(undo.run()));
        } catch (Problem problem) {
            refusal.show(problem);
        }
    }
}
