package org.semblance.gallery.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.HashMap;
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
    private final Map<PersonId, Checkbox> boxes = new HashMap<>();
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

    /** A box that ticks a person, wherever their row is shown. */
    Checkbox box(PersonSummary person) {
        var box = new Checkbox(chosen.containsKey(person.id()));
        box.setAriaLabel(getTranslation("persons.select", PersonName.of(person)));
        box.addValueChangeListener(event -> {
            if (event.getValue()) {
                chosen.put(person.id(), person);
            } else {
                chosen.remove(person.id());
            }
            show();
        });
        boxes.put(person.id(), box);
        return box;
    }

    void clear() {
        chosen.clear();
        boxes.values().forEach(box -> box.setValue(false));
        show();
    }

    private void show() {
        setVisible(!chosen.isEmpty());
        count.setText(getTranslation("persons.selected", chosen.size()));
        merge.setEnabled(chosen.size() > 1);
    }
}
