package org.semblance.gallery.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.Objects;
import org.semblance.gallery.Decision;
import org.semblance.gallery.Decision.Outcome;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.Identified.Candidate;
import org.semblance.gallery.SearchResult.RecognizedFace;
import org.semblance.platform.ui.Badge;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.storage.SignedUrls;
import org.semblance.vision.AlignedFace;

/** What is believed of one face and why: the decision, its numbers, and who else it could be. */
final class FaceCard extends Div {
    private static final long serialVersionUID = 1L;

    private final int number;
    private final transient RecognizedFace face;
    final NativeButton heading = new NativeButton();

    FaceCard(int number, RecognizedFace face, GalleryName gallery, SignedUrls urls) {
        this.number = number;
        this.face = face;
        addClassNames("face-card", "face-" + id(face.decision().outcome()));
        add(buildHeader(), buildScore());
        if (!face.candidates().isEmpty()) {
            add(buildCandidates(gallery, urls));
        }
    }

    static String id(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    void onChosen(SerializableRunnable listener) {
        heading.addClickListener(event -> listener.run());
        getElement().addEventListener("click", event -> listener.run()).setFilter("!event.target.closest('a, button')");
    }

    /** Says what the face is usually taken for; false when that is the same. */
    boolean compare(RecognizedFace usual) {
        boolean isSame = usual.decision().outcome() == face.decision().outcome()
                && Objects.equals(usual.decision().person(), face.decision().person());
        if (!isSame) {
            var before = new Div(getTranslation("search.threshold.before", label(usual)));
            before.addClassName("what-if-before");
            add(before);
        }
        return !isSame;
    }

    /** Who it is, or that nobody knows. */
    String label() {
        return label(face);
    }

    private String label(RecognizedFace face) {
        return face.candidates().stream()
                .filter(candidate -> candidate.person().equals(face.decision().person()))
                .findFirst()
                .map(candidate -> PersonName.of(candidate.name(), candidate.person()))
                .orElseGet(() -> getTranslation("outcome." + id(face.decision().outcome())));
    }

    /** The same in a whole sentence. */
    String description() {
        return getTranslation("face.description", number, label());
    }

    private Component buildHeader() {
        AlignedFace aligned = face.face().aligned();
        var crop = new Image(picture(aligned), "");
        heading.setText(label());
        heading.setAriaLabel(description());
        var quality = new Span(getTranslation(
                "face.found", number, LocalFormat.format(face.face().quality().score())));
        quality.addClassName("secondary");
        var text = new Div(heading, quality);
        text.addClassName("face-card-name");
        var outcome = face.decision().outcome();
        var header = new Div(crop, text, new Badge(tone(outcome), getTranslation("outcome." + id(outcome))));
        header.addClassName("face-card-header");
        return header;
    }

    private Component buildScore() {
        Decision decision = face.decision();
        if (decision.score() == null) {
            var nobody = new Div(getTranslation("face.nobody-to-compare"));
            nobody.addClassName("secondary");
            return nobody;
        }
        var text = new Div(ScoreWords.explain(
                decision.score(),
                decision.runnerUp(),
                decision.rule().threshold(),
                decision.rule().margin()));
        text.addClassName("secondary");
        return new Div(new ScoreBar(decision.score(), decision.rule().threshold()), text);
    }

    private Component buildCandidates(GalleryName gallery, SignedUrls urls) {
        var candidates = new Div();
        candidates.addClassName("candidates");
        for (Candidate candidate : face.candidates()) {
            candidates.add(new CandidateRow(candidate, face.decision().rule().threshold(), gallery, urls)
                    .beside(new Image(picture(face.face().aligned()), "")));
        }
        return candidates;
    }

    private static Badge.Tone tone(Outcome outcome) {
        return switch (outcome) {
            case MATCHED -> Badge.Tone.GOOD;
            case AMBIGUOUS -> Badge.Tone.WARNING;
            case UNKNOWN -> Badge.Tone.NEUTRAL;
        };
    }

    private static DownloadHandler picture(AlignedFace aligned) {
        return DownloadHandler.fromInputStream(event -> {
                    byte[] png = aligned.png();
                    return new DownloadResponse(new ByteArrayInputStream(png), "face.png", "image/png", png.length);
                })
                .inline();
    }
}
