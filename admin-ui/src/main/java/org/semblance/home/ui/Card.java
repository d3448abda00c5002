package org.semblance.home.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.util.Optional;

/** A part of the first page: what it is about, and where there is more of it. */
final class Card extends Div {
    private static final long serialVersionUID = 1L;

    private final Div header = new Div();

    Card(String heading) {
        addClassNames("card", "dashboard-card");
        header.addClassName("card-header");
        header.add(new H2(heading));
        add(header);
    }

    /** Leads on, where the user may go there. */
    Card more(Optional<String> address) {
        address.ifPresent(path -> header.add(new Anchor(path, getTranslation("home.more"))));
        return this;
    }

    /** Says how it stands, beside the heading. */
    Card state(Component badge) {
        header.add(badge);
        return this;
    }

    Card with(Component... content) {
        add(content);
        return this;
    }
}
