package org.semblance.surveillance.ui.unknown;

import com.vaadin.flow.component.html.Span;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.surveillance.review.BacklogService;

/** How much waits in all, and how much was decided since the desk was opened. */
final class ReviewProgress extends Span {
    private static final long serialVersionUID = 1L;

    private int shown;

    ReviewProgress() {
        addClassName("review-progress");
        getElement().setAttribute("role", "status");
    }

    void show(long waiting, int decided) {
        String number = LocalFormat.format(waiting) + (waiting >= BacklogService.MOST ? "+" : "");
        setText(getTranslation("unknown.progress", number, LocalFormat.format(decided)));
        if (decided != shown) {
            shown = decided;
            // The number beside the view in the navigation changes, too.
            getElement().executeJs("window.semblanceShell && window.semblanceShell.news()");
        }
    }
}
