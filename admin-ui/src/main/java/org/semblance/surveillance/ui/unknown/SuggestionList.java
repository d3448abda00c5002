package org.semblance.surveillance.ui.unknown;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import java.util.Optional;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.Identified.Candidate;
import org.semblance.gallery.Likenesses;
import org.semblance.gallery.ui.CandidateRow;
import org.semblance.gallery.ui.PersonName;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.PortalSession;
import org.semblance.storage.SignedUrls;

/** Whom the face looks like, most of all first, each with the key that assigns it. */
final class SuggestionList extends Div {
    static final int MOST = 9;
    private static final long serialVersionUID = 1L;

    private final transient SignedUrls urls;
    private final SerializableConsumer<Candidate> onAssign;
    private final SerializableConsumer<Candidate> onReject;
    private transient List<Candidate> shown = List.of();

    SuggestionList(
            SignedUrls urls, SerializableConsumer<Candidate> onAssign, SerializableConsumer<Candidate> onReject) {
        this.urls = urls;
        this.onAssign = onAssign;
        this.onReject = onReject;
        addClassName("suggestions");
    }

    void show(Likenesses likenesses, GalleryName gallery) {
        shown = likenesses.candidates();
        removeAll();
        add(new H2(getTranslation("unknown.suggestions")));
        if (!PortalSession.permits(Permissions.PERSON_READ)) {
            add(secondary("unknown.suggestions.hidden"));
            return;
        }
        if (shown.isEmpty()) {
            add(secondary("unknown.suggestions.none"));
            return;
        }
        boolean isAny = shown.get(0).similarity() >= likenesses.threshold();
        add(secondary(isAny ? "unknown.suggestions.some" : "unknown.suggestions.weak"));
        for (int i = 0; i < shown.size(); i++) {
            add(row(i + 1, shown.get(i), likenesses.threshold(), gallery));
        }
    }

    /** The one whose key is the number, from 1 on. */
    Optional<Candidate> get(int number) {
        return number >= 1 && number <= shown.size() ? Optional.of(shown.get(number - 1)) : Optional.empty();
    }

    private Component row(int number, Candidate candidate, double threshold, GalleryName gallery) {
        String name = PersonName.of(candidate.name(), candidate.person());
        var key = new Span(String.valueOf(number));
        key.addClassName("key");
        var row = new Div(key, new CandidateRow(candidate, threshold, gallery, urls));
        row.addClassName("suggestion");
        row.setClassName("suggestion-weak", candidate.similarity() < threshold);
        if (PortalSession.permits(Permissions.PERSON_ENROLL)) {
            row.add(button(
                    PortalIcon.CHECK, getTranslation("unknown.assign.to", name), () -> onAssign.accept(candidate)));
        }
        row.add(button(PortalIcon.CLOSE, getTranslation("unknown.reject.one", name), () -> onReject.accept(candidate)));
        return row;
    }

    private static Button button(PortalIcon icon, String label, Runnable action) {
        var button = new Button(icon.create(), event -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(label);
        button.setTooltipText(label);
        return button;
    }

    private Component secondary(String key) {
        var text = new Paragraph(getTranslation(key));
        text.addClassName("secondary");
        return text;
    }
}
