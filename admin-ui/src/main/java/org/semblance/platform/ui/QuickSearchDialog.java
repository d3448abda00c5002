package org.semblance.platform.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import org.semblance.platform.ui.QuickSearch.Hit;
import org.semblance.platform.ui.QuickSearches.Found;

/** Finds anything by a few letters. Arrow keys go through what was found, Enter opens it, Escape closes. */
final class QuickSearchDialog extends Dialog {
    private static final long serialVersionUID = 1L;
    private static final int PAUSE_MILLIS = 200;

    private final transient QuickSearches searches;
    final TextField text = new TextField();
    final Div results = new Div();
    private final Div content = new Div(text, results);

    QuickSearchDialog(QuickSearches searches) {
        this.searches = searches;
        setAriaLabel(getTranslation("quick.title"));
        addClassName("quick-dialog");
        setTop("10vh");
        setWidth("36rem");
        content.addClassName("quick");
        text.setPlaceholder(getTranslation("quick.placeholder"));
        text.setAriaLabel(getTranslation("quick.title"));
        text.setPrefixComponent(PortalIcon.FIND.create());
        text.setWidthFull();
        text.setAutofocus(true);
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(PAUSE_MILLIS);
        text.addValueChangeListener(event -> search(event.getValue()));
        results.addClassName("quick-results");
        results.getElement().setAttribute("aria-live", "polite");
        add(content);
        search("");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        content.getElement().executeJs("window.semblanceShell.arrows(this)");
    }

    private void search(String wanted) {
        results.removeAll();
        List<Found> found = searches.find(wanted);
        found.forEach(kind -> results.add(group(kind)));
        if (found.isEmpty()) {
            var hint = new Paragraph(getTranslation(wanted.isBlank() ? "quick.hint" : "quick.none", wanted.strip()));
            hint.addClassName("secondary");
            results.add(hint);
        }
    }

    private Component group(Found kind) {
        var group = new Div(new H3(getTranslation(kind.heading())));
        group.addClassName("quick-group");
        kind.hits().forEach(hit -> group.add(link(hit)));
        return group;
    }

    private Component link(Hit hit) {
        var text = new Div(new Span(hit.text()), Lines.secondary(hit.detail()));
        text.addClassName("quick-text");
        var link = new Anchor(hit.address(), text);
        if (hit.picture() != null) {
            link.addComponentAsFirst(hit.picture());
        }
        link.addClassName("quick-hit");
        link.getElement().addEventListener("click", event -> close());
        return link;
    }
}
