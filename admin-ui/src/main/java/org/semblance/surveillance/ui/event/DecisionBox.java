package org.semblance.surveillance.ui.event;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.semblance.gallery.ui.ScoreBar;
import org.semblance.gallery.ui.ScoreWords;
import org.semblance.platform.ui.Codes;
import org.semblance.platform.ui.Facts;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.surveillance.event.RecognitionEvent.Verdict;
import org.semblance.surveillance.event.RecordedRecognition;

/** Why an event was decided as it was: the rule in words, the similarities as bars, and every number. */
final class DecisionBox extends Div {
    private static final long serialVersionUID = 1L;

    DecisionBox(RecordedRecognition recorded) {
        Verdict verdict = recorded.event().matched();
        addClassName("decision");
        add(new H3(getTranslation("event.why")), new Paragraph(Codes.of("event.reason.", verdict.reason())));
        Double confidence = verdict.confidence();
        if (confidence != null) {
            Double runnerUp = verdict.runnerUp();
            boolean isNamed = recorded.person() != null;
            add(bar(isNamed ? EventTexts.who(recorded) : getTranslation("event.best"), confidence, verdict));
            if (runnerUp != null) {
                add(bar(getTranslation("event.runner-up"), runnerUp, verdict));
            }
            var words = new Paragraph(ScoreWords.explain(confidence, runnerUp, verdict.threshold(), verdict.margin()));
            words.addClassName("secondary");
            add(words);
        }
        if (verdict.isDisabled()) {
            add(new Paragraph(getTranslation("event.user-disabled")));
        }
        add(numbers(verdict));
    }

    private static Component bar(String label, double score, Verdict verdict) {
        var row = new Div(new Span(label), new ScoreBar(score, verdict.threshold()));
        row.addClassName("score-row");
        return row;
    }

    private Component numbers(Verdict verdict) {
        Double liveness = verdict.liveness();
        var facts = new Facts()
                .fact(getTranslation("gallery.threshold"), LocalFormat.format(verdict.threshold()))
                .fact(getTranslation("gallery.margin"), LocalFormat.format(verdict.margin()))
                .fact(getTranslation("watch.quality"), LocalFormat.format(verdict.quality()));
        if (liveness != null) {
            facts.fact(getTranslation("event.liveness"), LocalFormat.format(liveness));
        }
        return facts.fact(getTranslation("event.model"), verdict.model());
    }
}
