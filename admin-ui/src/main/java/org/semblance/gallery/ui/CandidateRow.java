package org.semblance.gallery.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.util.Optional;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.Identified.Candidate;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.PortalSession;
import org.semblance.storage.SignedUrls;

/** A person who may be meant: their most similar enrolled face, and how similar it is. */
public final class CandidateRow extends Div {
    private static final long serialVersionUID = 1L;

    public CandidateRow(Candidate candidate, double threshold, GalleryName gallery, SignedUrls urls) {
        addClassName("candidate");
        String name = PersonName.of(candidate.name(), candidate.person());
        Component picture = candidate.crop() == null ? new Avatar(name) : new Image(urls.sign(candidate.crop()), "");
        add(picture, new Div(name(candidate, name, gallery), new ScoreBar(candidate.similarity(), threshold)));
    }

    /** Puts the face that was found beside the one that is enrolled. */
    CandidateRow beside(Image found) {
        addComponentAsFirst(found);
        return this;
    }

    private static Component name(Candidate candidate, String name, GalleryName gallery) {
        if (!PortalSession.permits(Permissions.PERSON_READ)) {
            return new Span(name);
        }
        var address = new PersonsAddress(gallery, Optional.of(candidate.person()), "");
        return new RouterLink(name, PersonsView.class, address.parameters());
    }
}
