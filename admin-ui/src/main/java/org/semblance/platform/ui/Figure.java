package org.semblance.platform.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A number with what it counts. */
public final class Figure extends Div {
    private static final long serialVersionUID = 1L;

    public Figure(String value, String label) {
        addClassName("figure");
        var number = new Span(value);
        number.addClassName("figure-value");
        var counted = new Span(label);
        counted.addClassName("secondary");
        add(number, counted);
    }
}
