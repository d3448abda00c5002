package org.semblance.gallery.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.semblance.gallery.FaceSummary;
import org.semblance.gallery.guided.EnrolmentProgress;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.storage.SignedUrls;

/** A place for every good picture that an enrolment takes; those that are there fill theirs. */
final class EnrolmentSlots extends UnorderedList {
    private static final long serialVersionUID = 1L;

    private final transient SignedUrls urls;

    EnrolmentSlots(SignedUrls urls) {
        this.urls = urls;
        addClassNames("plain-list", "enrolment-slots");
    }

    void show(EnrolmentProgress progress) {
        removeAll();
        List<FaceSummary> good = progress.good();
        for (int i = 0; i < progress.needed(); i++) {
            add(i < good.size() ? filled(good.get(i)) : empty(i + 1));
        }
    }

    private ListItem filled(FaceSummary face) {
        var picture =
                new Image(urls.sign(face.crop()), getTranslation("face.alt", LocalFormat.format(face.createdAt())));
        return slot("filled", picture, getTranslation("face.quality", LocalFormat.format(face.quality())));
    }

    private ListItem empty(int number) {
        var place = new Div(PortalIcon.PHOTO.create());
        return slot("empty", place, getTranslation("enroll.slot", number));
    }

    private static ListItem slot(String kind, Component picture, String text) {
        var words = new Span(text);
        words.addClassName("secondary");
        var slot = new ListItem(picture, words);
        slot.addClassNames("enrolment-slot", "enrolment-slot-" + kind);
        return slot;
    }
}
