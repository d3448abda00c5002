package org.semblance.health.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.semblance.platform.SystemHealth.Check;
import org.semblance.platform.ui.Badge;
import org.semblance.platform.ui.LocalFormat;

/** What one health check looks at, and what it found. */
final class CheckCard extends Div {
    private static final long serialVersionUID = 1L;
    private static final String NAME = "health.check.";

    CheckCard(Check check) {
        addClassNames("card", "check-card");
        boolean isUp = check.isUp();
        setClassName("check-down", !isUp);
        var state =
                new Badge(isUp ? Badge.Tone.GOOD : Badge.Tone.BAD, getTranslation(isUp ? "health.up" : "health.down"));
        var header = new Div(new H2(name(check)), state);
        header.addClassName("card-header");
        var took = new Span(
                getTranslation("health.took", LocalFormat.format(check.took().toMillis())));
        took.addClassName("secondary");
        add(header, new Paragraph(check.detail()), took);
    }

    private String name(Check check) {
        String name = getTranslation(NAME + check.name());
        return name.startsWith(NAME) ? check.name() : name;
    }
}
