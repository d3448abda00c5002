package org.semblance.surveillance.ui.unknown;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableRunnable;
import org.semblance.platform.ui.EmptyState;
import org.semblance.platform.ui.PortalIcon;

/** What the desk shows when nobody waits: that all is done, or that the filters hide what is not. */
final class ReviewEmpty extends Div {
    private static final long serialVersionUID = 1L;

    private final SerializableRunnable onClear;

    ReviewEmpty(SerializableRunnable onClear) {
        this.onClear = onClear;
        addClassName("review-empty");
    }

    void show(boolean isEmpty, boolean isFiltered) {
        removeAll();
        setVisible(isEmpty);
        String key = isFiltered ? "unknown.none" : "unknown.empty";
        var all = new Button(getTranslation("watch.filters.clear"), event -> onClear.run());
        all.setVisible(isFiltered);
        add(new EmptyState(PortalIcon.CHECK, getTranslation(key), getTranslation(key + ".text"), all));
    }
}
