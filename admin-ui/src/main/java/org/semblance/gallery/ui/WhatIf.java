package org.semblance.gallery.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.semblance.gallery.SearchRequest;
import org.semblance.gallery.SearchResult;
import org.semblance.gallery.SearchScope;
import org.semblance.gallery.SearchService;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.storage.SignedUrls;

/**
 * What was found in a photo, and what would be with another threshold: the same search decides again, so that nothing is
 * shown here that it would not say.
 */
final class WhatIf extends Div {
    private static final long serialVersionUID = 1L;

    private final transient SearchService searches;
    private final transient SignedUrls urls;
    private final transient SearchRequest asked;
    private final transient SearchResult usual;
    final ThresholdSlider slider;
    final Span consequence = new Span();
    final Button reset = new Button(getTranslation("search.threshold.reset"), event -> showUsual());
    private final Span value = new Span();
    private RecognizedFaces faces;

    WhatIf(SearchService searches, SignedUrls urls, SearchRequest asked, SearchResult found) {
        this.searches = searches;
        this.urls = urls;
        this.asked = asked;
        this.usual = found;
        this.slider = new ThresholdSlider(threshold());
        this.faces = new RecognizedFaces(asked.photo(), asked.gallery(), found, urls);
        addClassName("what-if");
        slider.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                tryOut(slider.threshold());
            }
        });
        reset.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        var label = new Span(getTranslation("search.threshold"));
        var bar = new Div(label, slider, value, reset, consequence);
        bar.addClassName("what-if-bar");
        bar.setVisible(!found.faces().isEmpty());
        consequence.getElement().setAttribute("role", "status");
        add(bar, faces);
        tell();
    }

    private double threshold() {
        return usual.faces().stream()
                .findFirst()
                .map(face -> face.decision().rule().threshold())
                .orElse(0.0);
    }

    private void tryOut(double threshold) {
        SearchScope scope = asked.scope();
        var other = new SearchScope(scope.gallery(), threshold, scope.limit(), scope.filter(), scope.exact());
        show(searches.search(new SearchRequest(other, asked.photo())));
    }

    private void showUsual() {
        slider.show(threshold());
        show(usual);
    }

    private void show(SearchResult found) {
        var before = faces;
        faces = new RecognizedFaces(asked.photo(), asked.gallery(), found, urls);
        replace(before, faces);
        tell();
        long changed = faces.compare(usual);
        if (slider.threshold() != rounded(threshold())) {
            consequence.setText(getTranslation("search.threshold.changes", changed));
        }
    }

    private void tell() {
        boolean isUsual = slider.threshold() == rounded(threshold());
        value.setText(LocalFormat.format(slider.threshold()));
        reset.setVisible(!isUsual);
        consequence.setText(isUsual ? getTranslation("search.threshold.usual") : "");
    }

    private static double rounded(double threshold) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.2f", threshold));
    }
}
