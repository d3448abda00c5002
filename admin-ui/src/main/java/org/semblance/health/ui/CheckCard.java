package org.semblance.health.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.semblance.platform.SystemHealth.Check;
import org.semblance.platform.ui.LocalFormat;

/** What one health check looks at, and what it found. */
final class CheckCard extends Div {
    private static final long serialVersionUID = 1L;

    CheckCard(Check check) {
        addClassNames("card", "check-card");
        setClassName("check-down", !check.isUp());
        var header = new Div(new H2(HealthTexts.name(check)), HealthTexts.badge(check.state()));
        header.addClassName("card-header");
        var took = new Span(
                getTranslation("health.took", LocalFormat.format(check.took().toMillis())));
        took.addClassName("secondary");
        add(header, new Paragraph(HealthTexts.found(check)), took);
    }
}
