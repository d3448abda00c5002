package org.semblance.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** What a view shows while there is nothing to show: why that is, and what to do about it. */
public final class EmptyState extends Div {
    private static final long serialVersionUID = 1L;

    public EmptyState(PortalIcon icon, String heading, String text, Component... actions) {
        addClassName("empty-state");
        var picture = new Div(icon.create());
        picture.addClassName("empty-state-icon");
        add(picture, new H2(heading), new Paragraph(text));
        add(actions);
    }
}
