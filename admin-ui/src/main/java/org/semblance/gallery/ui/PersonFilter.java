package org.semblance.gallery.ui;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableRunnable;
import org.semblance.platform.ui.PortalIcon;

/** Narrows a list of persons to those whose name or external id begins with a text. */
final class PersonFilter extends TextField {
    private static final long serialVersionUID = 1L;

    PersonFilter(SerializableRunnable onChanged) {
        setLabel(getTranslation("persons.filter"));
        setValueChangeMode(ValueChangeMode.LAZY);
        setClearButtonVisible(true);
        setPrefixComponent(PortalIcon.FIND.create());
        addValueChangeListener(event -> {
            if (event.isFromClient()) {
                onChanged.run();
            }
        });
    }

    String text() {
        return getValue().strip();
    }
}
