package org.semblance.home.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.semblance.platform.ui.Figure;
import org.semblance.platform.ui.LocalFormat;

/** A number that tells at a glance how something stands; leads to the list of what was counted, where there is one. */
record Tile(String number, String label, String detail, boolean isAlarming) {

    Tile(long number, String label, String detail, boolean isAlarming) {
        this(LocalFormat.format(number), label, detail, isAlarming);
    }

    Component leadingTo(Optional<String> address) {
        var figure = new Figure(number, label);
        figure.setClassName("figure-alarming", isAlarming);
        var more = new Span(detail);
        more.addClassName("secondary");
        more.setVisible(!detail.isEmpty());
        if (address.isEmpty()) {
            return card(new Div(), figure, more);
        }
        return card(new Anchor(address.get()), figure, more);
    }

    private static Component card(Div card, Component... content) {
        card.add(content);
        card.addClassNames("card", "tile");
        return card;
    }

    private static Component card(Anchor card, Component... content) {
        card.add(content);
        card.addClassNames("card", "card-link", "tile");
        return card;
    }
}
