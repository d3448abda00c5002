package org.semblance.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;

/** Names and values, one under the other. */
public final class Facts extends DescriptionList {
    private static final long serialVersionUID = 1L;

    public Facts() {
        addClassName("facts");
    }

    public Facts with(String key, String value) {
        return with(key, new Span(value));
    }

    public Facts with(String key, Component value) {
        add(new Term(getTranslation(key)), new Description(value));
        return this;
    }
}
