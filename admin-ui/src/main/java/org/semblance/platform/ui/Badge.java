package org.semblance.platform.ui;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** A word that tells a state, in a colour that tells it at a glance. */
public final class Badge extends Span {
    private static final long serialVersionUID = 1L;

    /** How the state feels. */
    public enum Tone {
        NEUTRAL,
        GOOD,
        ACTIVE,
        WARNING,
        BAD
    }

    public Badge(Tone tone, String text) {
        super(text);
        addClassNames("badge", "badge-" + tone.name().toLowerCase(Locale.ROOT));
    }

    /** Shown only where the page is too narrow for the column that tells the same. */
    public Badge onNarrowPages() {
        addClassName("narrow-only");
        return this;
    }
}
