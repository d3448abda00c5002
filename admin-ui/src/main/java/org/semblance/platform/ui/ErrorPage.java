package org.semblance.platform.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;

/** A page in place of the one that could not be shown: why, and where to go on. */
abstract class ErrorPage extends Div implements TitledView {
    private static final long serialVersionUID = 1L;

    private final String key;

    ErrorPage(String key) {
        this.key = key;
        addClassName("view");
    }

    final void explain(String... more) {
        removeAll();
        var empty = new EmptyState(PortalIcon.WARNING, title(), getTranslation(key + ".text"));
        for (String line : more) {
            var reference = new Div(line);
            reference.addClassName("notice-reference");
            empty.add(reference);
        }
        empty.add(new Anchor("", getTranslation("error.home")));
        add(empty);
    }

    @Override
    public final String title() {
        return getTranslation(key + ".title");
    }
}
