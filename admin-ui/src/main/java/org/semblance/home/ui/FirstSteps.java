package org.semblance.home.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouteConfiguration;
import org.semblance.gallery.ui.GalleriesView;
import org.semblance.gallery.ui.PersonsView;
import org.semblance.gallery.ui.SearchByPhotoView;
import org.semblance.jobs.ui.JobsView;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.PortalSession;

/** What to do next, as far as the user may. */
final class FirstSteps extends Div {
    private static final long serialVersionUID = 1L;

    FirstSteps() {
        addClassName("cards");
    }

    void show(boolean hasGalleries) {
        removeAll();
        if (!hasGalleries && PortalSession.permits(Permissions.GALLERY_WRITE)) {
            add(step(PortalIcon.GALLERIES, "home.step.gallery", GalleriesView.class));
        }
        if (PortalSession.permits(Permissions.SEARCH_RUN)) {
            add(step(PortalIcon.SEARCH, "home.step.search", SearchByPhotoView.class));
        }
        if (PortalSession.permits(Permissions.PERSON_ENROLL) && PortalSession.permits(Permissions.PERSON_READ)) {
            add(step(PortalIcon.PERSONS, "home.step.enroll", PersonsView.class));
        }
        if (PortalSession.permits(Permissions.JOB_MANAGE)) {
            add(step(PortalIcon.JOBS, "home.step.jobs", JobsView.class));
        }
    }

    private Component step(PortalIcon icon, String key, Class<? extends Component> view) {
        var picture = new Div(icon.create());
        picture.addClassName("step-icon");
        var text = new Div(new Span(getTranslation(key)), new Paragraph(getTranslation(key + ".text")));
        var card = new Anchor(RouteConfiguration.forSessionScope().getUrl(view), picture, text);
        card.addClassNames("card", "card-link", "step");
        return card;
    }
}
