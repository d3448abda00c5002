package org.semblance.gallery.ui;

import com.vaadin.flow.component.AbstractSinglePropertyField;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.Tag;
import java.util.Locale;

/** Tries another threshold than the gallery's: a similarity between 0 and 1. */
@Tag("input")
final class ThresholdSlider extends AbstractSinglePropertyField<ThresholdSlider, String>
        implements Focusable<ThresholdSlider> {
    private static final long serialVersionUID = 1L;

    ThresholdSlider(double threshold) {
        super("value", "", false);
        getElement().setAttribute("type", "range");
        getElement().setAttribute("min", "0");
        getElement().setAttribute("max", "1");
        getElement().setAttribute("step", "0.01");
        getElement().setAttribute("aria-label", getTranslation("search.threshold"));
        setSynchronizedEvent("change");
        show(threshold);
    }

    void show(double threshold) {
        setValue(String.format(Locale.ROOT, "%.2f", threshold));
    }

    double threshold() {
        return Double.parseDouble(getValue());
    }
}
