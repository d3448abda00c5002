package org.semblance.surveillance.ui.unknown;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.semblance.gallery.FaceId;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.EmptyState;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.MainLayout;
import org.semblance.platform.ui.Notice;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.TitledView;
import org.semblance.storage.SignedUrls;
import org.semblance.surveillance.event.EventPlaces;
import org.semblance.surveillance.event.RecognitionEvent.Outcome;
import org.semblance.surveillance.event.live.LiveFilter.Kinds;
import org.semblance.surveillance.review.QueueService;
import org.semblance.surveillance.ui.KeyCommands;
import org.semblance.surveillance.ui.LiveNews;
import org.semblance.surveillance.ui.NewsPill;
import org.semblance.surveillance.ui.WatchFilters;
import org.semblance.surveillance.unknown.UnknownFace;
import org.semblance.surveillance.unknown.UnknownState;

/** The queue of faces that nobody knows, to be decided about without a mouse; filters and the face are in the address. */
@CdiComponent
@Route(value = "unknown-faces/:face?([0-9]{1,18})", layout = MainLayout.class)
@Menu(title = "unknown.title", order = 200, icon = "UNKNOWN")
@RolesAllowed(Permissions.UNKNOWN_REVIEW)
public class ReviewView extends Div implements BeforeEnterObserver, TitledView {
    private static final long serialVersionUID = 1L;

    private final transient QueueService queue;
    private final transient LiveNews news;
    private final transient WatchFilters filters;
    final ReviewDesk desk;
    final NewsPill pill = new NewsPill(this::reload);
    final Checkbox recurring = new Checkbox(getTranslation("unknown.recurring"));
    final Span progress = new Span();
    final Div empty = new Div();
    private transient ReviewFilter filter = new ReviewFilter(Optional.empty(), Optional.empty(), false);

    @Inject
    public ReviewView(
            QueueService queue, Decisions decisions, SignedUrls urls, LiveNews news, WatchFilters filters) {
        this.queue = queue;
        this.news = news;
        this.filters = filters;
        this.desk = new ReviewDesk(queue, decisions, urls, this::looked, this::showProgress);
        addClassNames("view", "view-full", "review-view");
        add(buildToolbar(), pill, desk, empty);
        KeyCommands.listen(this, ReviewDesk.KEYS, desk::press);
        news.attach(this, this::arrived);
    }

    private Div buildToolbar() {
        var camera = filters.camera().onlyOne();
        filters.onChosen(this::filter);
        recurring.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                filter();
            }
        });
        progress.addClassName("review-progress");
        progress.getElement().setAttribute("role", "status");
        var toolbar = new Div(filters.gallery(), camera, recurring, progress);
        toolbar.addClassName("toolbar");
        return toolbar;
    }

    @Override
    public String title() {
        return getTranslation("unknown.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filter = ReviewFilter.of(event.getLocation());
        filters.show(filter.gallery(), filter.camera().map(Set::of).orElse(Set.of()));
        recurring.setValue(filter.recurringOnly());
        reload();
        event.getRouteParameters().getLong("face").map(FaceId::new).ifPresent(this::open);
    }

    private void open(FaceId id) {
        UnknownFace face = queue.require(id);
        if (face.state() == UnknownState.NEW) {
            desk.waiting.putFirst(new Waiting(face.stranger(), List.of(face)));
            showProgress();
        } else {
            Notice.refusal(getTranslation("unknown.decided"));
        }
    }

    private void filter() {
        filter = new ReviewFilter(
                filters.gallery().chosen(),
                filters.camera().chosen().stream().findFirst(),
                recurring.getValue());
        reload();
    }

    private void reload() {
        pill.clear();
        desk.waiting.show(filter);
        var places = new EventPlaces(
                filter.camera().stream().collect(Collectors.toSet()),
                Set.of(),
                filter.gallery().stream().collect(Collectors.toSet()));
        news.want(this, new LiveNews.Wanted(Kinds.RECOGNITIONS, places, Set.of(Outcome.UNKNOWN)), this::arrived);
        showProgress();
    }

    /** Nothing moves under the hands of whoever decides; only an empty queue fills by itself. */
    void arrived(int count, boolean isAtTop) {
        if (desk.waiting.isEmpty()) {
            reload();
        } else {
            pill.add(count);
        }
    }

    private void looked(Optional<UnknownFace> face) {
        filter.remember(face.map(UnknownFace::id));
    }

    private void showProgress() {
        boolean none = desk.waiting.isEmpty();
        desk.setVisible(!none);
        empty.removeAll();
        progress.setText(getTranslation(
                "unknown.progress",
                LocalFormat.format(queue.waiting(filter.gallery())),
                LocalFormat.format(desk.decided())));
        if (none) {
            String key = filter.isNone() ? "unknown.empty" : "unknown.none";
            var all = new Button(getTranslation("watch.filters.clear"), event -> {
                filters.show(Optional.empty(), Set.of());
                recurring.setValue(false);
                filter();
            });
            all.setVisible(!filter.isNone());
            empty.add(new EmptyState(PortalIcon.CHECK, getTranslation(key), getTranslation(key + ".text"), all));
        }
    }
}
