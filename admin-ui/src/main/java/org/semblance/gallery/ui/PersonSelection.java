package org.semblance.gallery.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.PersonSummary;
import org.semblance.platform.ui.PortalIcon;

/** The persons who have been ticked, with what can be done to all of them together. */
final class PersonSelection extends Div {
    private static final long serialVersionUID = 1L;

    private final Map<PersonId, PersonSummary> chosen = new LinkedHashMap<>();
    private SerializableConsumer<List<PersonSummary>> onChanged = changed -> {};
    private final Span count = new Span();
    final Button merge = new Button(getTranslation("persons.merge"), PortalIcon.MERGE.create());
    final Button clear = new Button(getTranslation("persons.selection.clear"), event -> clear());

    PersonSelection(SerializableConsumer<List<PersonSummary>> onMerge) {
        addClassName("selection-bar");
        getElement().setAttribute("role", "status");
        merge.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_SMALL);
        merge.addClickListener(event -> onMerge.accept(List.copyOf(chosen.values())));
        clear.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        add(count, merge, clear);
        show();
    }

    /** Boxes that tick persons, wherever their rows are shown. */
    LitRenderer<PersonSummary> boxes() {
        return LitRenderer.<PersonSummary>of("""
                        <input type="checkbox" class="tick" .checked="${item.ticked}" aria-label="${item.label}"
                          @change="${(event) => tick(event.target.checked)}">
                        """)
                .withProperty("ticked", person -> chosen.containsKey(person.id()))
                .withProperty("label", person -> getTranslation("persons.select", PersonName.of(person)))
                .withFunction("tick", (person, ticked) -> tick(person, ticked.getBoolean(0)));
    }

    /** Has the row drawn anew besides: a box keeps what somebody did to it, and rows are used again for other persons. */
    void tick(PersonSummary person, boolean isTicked) {
        if (isTicked) {
            chosen.put(person.id(), person);
        } else {
            chosen.remove(person.id());
        }
        onChanged.accept(List.of(person));
        show();
    }

    void clear() {
        var before = List.copyOf(chosen.values());
        chosen.clear();
        onChanged.accept(before);
        show();
    }

    /** Told whose boxes have changed. */
    void onChanged(SerializableConsumer<List<PersonSummary>> listener) {
        onChanged = listener;
    }

    private void show() {
        setVisible(!chosen.isEmpty());
        count.setText(getTranslation("persons.selected", chosen.size()));
        merge.setEnabled(chosen.size() > 1);
    }
}
