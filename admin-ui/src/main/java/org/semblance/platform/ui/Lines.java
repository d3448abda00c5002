package org.semblance.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;

/** A line of a list: what it is about, and smaller beneath it what else is worth knowing. */
public final class Lines {
    private Lines() {}

    public static Span secondary(String text) {
        var span = new Span(text);
        span.addClassName("secondary");
        return span;
    }

    public static Div text(Component main, String... details) {
        var text = new Div(main);
        text.addClassName("list-text");
        for (String detail : details) {
            if (!detail.isBlank()) {
                text.add(secondary(detail));
            }
        }
        return text;
    }

    public static Div text(String main, String... details) {
        return text(new Span(main), details);
    }

    /** A line with what can be done at its end. */
    public static ListItem item(Component... parts) {
        var item = new ListItem(parts);
        item.addClassName("list-line");
        return item;
    }
}
