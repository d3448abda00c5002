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

    /** Says why the page is not shown. */
    final void explain() {
        explain(getTranslation(key + ".text"), "");
    }

    /** Says why the page is not shown, with the words that help to find it in the log. */
    final void explain(String text, String reference) {
        removeAll();
        var line = new Div(reference);
        line.addClassName("notice-reference");
        line.setVisible(!reference.isEmpty());
        add(new EmptyState(PortalIcon.WARNING, title(), text, line, new Anchor("", getTranslation("error.home"))));
    }

    @Override
    public final String title() {
        return getTranslation(key + ".title");
    }
}
