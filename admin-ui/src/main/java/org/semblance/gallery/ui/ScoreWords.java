package org.semblance.gallery.ui;

import com.vaadin.flow.component.UI;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.ui.LocalFormat;

/** Says in a sentence what similarities mean beside a threshold and a margin. */
public final class ScoreWords {
    private ScoreWords() {}

    /**
     * The sentence.
     *
     * @param runnerUp similarity to the next person; null without one
     */
    public static String explain(double score, @Nullable Double runnerUp, double threshold, double margin) {
        String reached = text(
                score >= threshold ? "face.reached" : "face.missed",
                LocalFormat.format(score),
                LocalFormat.format(threshold));
        if (runnerUp == null || score < threshold) {
            return reached;
        }
        double ahead = score - runnerUp;
        return reached + " "
                + text(
                        ahead >= margin ? "face.ahead" : "face.too-close",
                        LocalFormat.format(ahead),
                        LocalFormat.format(margin));
    }

    private static String text(String key, Object... parameters) {
        return UI.getCurrent().getTranslation(key, parameters);
    }
}
