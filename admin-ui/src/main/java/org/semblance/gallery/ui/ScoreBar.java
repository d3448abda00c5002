package org.semblance.gallery.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.semblance.platform.ui.LocalFormat;

/** A similarity as a bar from 0 to 1, as coarse as it is written beside, with a mark where the threshold is. */
public final class ScoreBar extends Div {
    private static final long serialVersionUID = 1L;

    public ScoreBar(double score, double threshold) {
        addClassName("score");
        var fill = new Div();
        fill.addClassName("score-fill");
        fill.getStyle().set("width", String.format(Locale.ROOT, "%.0f%%", 100 * Math.max(0, Math.min(1, score))));
        var mark = new Div();
        mark.addClassName("score-mark");
        mark.getStyle().set("left", percent(threshold));
        var track = new Div(fill, mark);
        track.addClassName("score-track");
        track.setClassName("score-reached", score >= threshold);
        track.getElement().setAttribute("role", "meter");
        track.getElement().setAttribute("aria-label", getTranslation("score.similarity"));
        track.getElement().setAttribute("aria-valuemin", "0");
        track.getElement().setAttribute("aria-valuemax", "1");
        track.getElement().setAttribute("aria-valuenow", String.format(Locale.ROOT, "%.2f", score));
        add(track, new Span(LocalFormat.format(score)));
    }

    private static String percent(double part) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * Math.max(0, Math.min(1, part)));
    }
}
