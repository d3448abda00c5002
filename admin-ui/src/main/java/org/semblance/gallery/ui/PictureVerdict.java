package org.semblance.gallery.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import java.util.stream.Collectors;
import org.semblance.gallery.LowQualityException;
import org.semblance.gallery.guided.FaceOfAnotherException;
import org.semblance.platform.Problem;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.UiErrorHandler;
import org.semblance.vision.Quality;
import org.semblance.vision.QualityReason;

/** What is thought of the picture that was seen last, in words; read out when they change. */
final class PictureVerdict extends Div {
    private static final long serialVersionUID = 1L;

    private final Span words = new Span();
    private String kind = "";

    PictureVerdict() {
        addClassName("picture-verdict");
        getElement().setAttribute("aria-live", "polite");
        hide();
    }

    void hide() {
        kind = "";
        removeAll();
        setVisible(false);
    }

    /** The picture could be taken. */
    void good(Quality quality) {
        say("good", getTranslation("enroll.good", LocalFormat.format(quality.score())));
    }

    void taken(int good, int needed) {
        say("good", getTranslation("enroll.taken", good, needed));
    }

    /**
     * Why the picture cannot be taken.
     *
     * @param other what somebody is called whom it shows instead
     */
    void refused(Problem problem, Optional<String> other) {
        say("bad", why(problem, other));
    }

    String text() {
        return words.getText();
    }

    private String why(Problem problem, Optional<String> other) {
        if (problem instanceof LowQualityException low && !low.reasons().isEmpty()) {
            return low.reasons().stream()
                    .sorted()
                    .map(QualityReason::code)
                    .map(code -> getTranslation("enroll.reason." + code))
                    .collect(Collectors.joining(" "));
        }
        if (problem instanceof FaceOfAnotherException && other.isPresent()) {
            return getTranslation("enroll.of-another", other.get());
        }
        return UiErrorHandler.message(problem);
    }

    private void say(String tone, String text) {
        if (tone.equals(kind) && text.equals(words.getText())) {
            return;
        }
        kind = tone;
        words.setText(text);
        removeAll();
        add((tone.equals("good") ? PortalIcon.CHECK : PortalIcon.WARNING).create(), words);
        setClassName("verdict-good", tone.equals("good"));
        setClassName("verdict-bad", tone.equals("bad"));
        setVisible(true);
    }
}
