package org.semblance.home.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteConfiguration;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import java.util.List;
import org.semblance.gallery.GalleryService;
import org.semblance.gallery.GallerySummary;
import org.semblance.gallery.ui.GalleriesView;
import org.semblance.gallery.ui.PersonsView;
import org.semblance.gallery.ui.SearchByPhotoView;
import org.semblance.identity.SignedInUser;
import org.semblance.jobs.JobLauncher;
import org.semblance.jobs.JobQuery;
import org.semblance.jobs.ui.JobsView;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.Figure;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.MainLayout;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.PortalSession;
import org.semblance.platform.ui.TitledView;

/** How much there is, and what to do next. Open to everybody who has signed in; shows what each of them may see. */
@CdiComponent
@Route(value = "", layout = MainLayout.class)
@Menu(title = "home.title", order = 0, icon = "HOME")
@PermitAll
public class HomeView extends Div implements BeforeEnterObserver, TitledView {
    private static final int LATEST_JOBS = 50;
    private static final long serialVersionUID = 1L;

    private final transient GalleryService galleries;
    private final transient JobLauncher jobs;
    final Div figures = new Div();
    final Div steps = new Div();

    @Inject
    public HomeView(GalleryService galleries, JobLauncher jobs) {
        this.galleries = galleries;
        this.jobs = jobs;
        addClassName("view");
        figures.addClassNames("cards", "home-figures");
        steps.addClassName("cards");
        var next = new H2(getTranslation("home.next"));
        next.addClassName("section-heading");
        add(buildGreeting(), figures, next, steps);
    }

    private Component buildGreeting() {
        String name = PortalSession.user().map(SignedInUser::displayName).orElse("");
        var greeting = new Paragraph(getTranslation("home.greeting", name));
        greeting.addClassName("greeting");
        return greeting;
    }

    @Override
    public String title() {
        return getTranslation("home.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        figures.removeAll();
        steps.removeAll();
        boolean mayReadGalleries = PortalSession.permits(Permissions.GALLERY_READ);
        List<GallerySummary> known = mayReadGalleries ? galleries.list() : List.of();
        if (mayReadGalleries) {
            showFigures(known);
        }
        if (PortalSession.permits(Permissions.JOB_READ)) {
            long running = jobs.list(JobQuery.latest(LATEST_JOBS)).items().stream()
                    .filter(job -> !job.state().isFinal())
                    .count();
            figures.add(link(JobsView.class, figure(running, "home.jobs-running")));
        }
        figures.setVisible(figures.getComponentCount() > 0);
        showSteps(known);
    }

    private void showFigures(List<GallerySummary> known) {
        long persons = known.stream().mapToLong(GallerySummary::persons).sum();
        long faces = known.stream().mapToLong(GallerySummary::faces).sum();
        figures.add(link(GalleriesView.class, figure(known.size(), "galleries.title")));
        boolean mayReadPersons = PortalSession.permits(Permissions.PERSON_READ);
        for (Figure figure : List.of(figure(persons, "persons.title"), figure(faces, "home.faces"))) {
            figures.add(mayReadPersons ? link(PersonsView.class, figure) : card(figure));
        }
    }

    private void showSteps(List<GallerySummary> known) {
        if (known.isEmpty() && PortalSession.permits(Permissions.GALLERY_WRITE)) {
            steps.add(step(PortalIcon.GALLERIES, "home.step.gallery", GalleriesView.class));
        }
        if (PortalSession.permits(Permissions.SEARCH_RUN)) {
            steps.add(step(PortalIcon.SEARCH, "home.step.search", SearchByPhotoView.class));
        }
        if (PortalSession.permits(Permissions.PERSON_ENROLL) && PortalSession.permits(Permissions.PERSON_READ)) {
            steps.add(step(PortalIcon.PERSONS, "home.step.enroll", PersonsView.class));
        }
        if (PortalSession.permits(Permissions.JOB_MANAGE)) {
            steps.add(step(PortalIcon.JOBS, "home.step.jobs", JobsView.class));
        }
    }

    private Figure figure(long value, String key) {
        return new Figure(LocalFormat.format(value), getTranslation(key));
    }

    private static Component card(Component... content) {
        var card = new Div(content);
        card.addClassName("card");
        return card;
    }

    private static Anchor link(Class<? extends Component> view, Component... content) {
        var card = new Anchor(RouteConfiguration.forSessionScope().getUrl(view), content);
        card.addClassNames("card", "card-link");
        return card;
    }

    private Component step(PortalIcon icon, String key, Class<? extends Component> view) {
        var picture = new Div(icon.create());
        picture.addClassName("step-icon");
        var text = new Div(new Span(getTranslation(key)), new Paragraph(getTranslation(key + ".text")));
        var card = link(view, picture, text);
        card.addClassName("step");
        return card;
    }
}
