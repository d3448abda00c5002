package org.semblance.surveillance.ui.unknown;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.Suggestion;
import org.semblance.gallery.ui.PersonName;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.storage.SignedUrls;
import org.semblance.surveillance.ui.FacePicture;

/** Somebody in the queue: a picture, where and when they were seen, and whom they look like. */
final class WaitingButton extends NativeButton {
    private static final long serialVersionUID = 1L;

    private final transient SignedUrls urls;
    private transient @Nullable Waiting shown;

    WaitingButton(SignedUrls urls, SerializableConsumer<Waiting> onChosen) {
        this.urls = urls;
        addClassName("waiting");
        addClickListener(event -> onChosen.accept(waiting()));
    }

    void show(Waiting waiting) {
        shown = waiting;
        removeAll();
        var face = waiting.newest();
        var seen = new Span(LocalFormat.format(face.seenAt()));
        var where = new Span(face.camera().value());
        where.addClassName("secondary");
        var text = new Div(seen, where);
        Suggestion suggestion = face.suggestion();
        if (suggestion != null) {
            var like = new Span(getTranslation("unknown.like", PersonName.of(suggestion.name(), suggestion.person())));
            like.addClassName("waiting-like");
            text.add(like);
        }
        text.addClassName("waiting-text");
        add(new FacePicture(face.crop(), urls, ""), text);
        if (waiting.isRecurring()) {
            var times = new Span(getTranslation("unknown.times", LocalFormat.format(face.sightings())));
            times.addClassName("waiting-times");
            add(times);
        }
    }

    Waiting waiting() {
        if (shown == null) {
            throw new IllegalStateException("The button shows nobody");
        }
        return shown;
    }

    void mark(boolean isSelected) {
        setClassName("waiting-selected", isSelected);
        getElement().setAttribute("aria-current", String.valueOf(isSelected));
        if (isSelected) {
            getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
        }
    }
}
