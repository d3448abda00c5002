package org.semblance.surveillance.ui.unknown;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.semblance.gallery.FaceId;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.LiveView;
import org.semblance.platform.ui.MainLayout;
import org.semblance.platform.ui.Notice;
import org.semblance.platform.ui.Shortcut;
import org.semblance.platform.ui.TitledView;
import org.semblance.storage.SignedUrls;
import org.semblance.surveillance.review.BacklogService;
import org.semblance.surveillance.review.QueueService;
import org.semblance.surveillance.ui.KeyCommands;
import org.semblance.surveillance.ui.NewsPill;
import org.semblance.surveillance.ui.WatchFilters;
import org.semblance.surveillance.unknown.UnknownFace;
import org.semblance.surveillance.unknown.UnknownState;

/** The queue of faces that nobody knows, to be decided about without a mouse; filters and the face are in the address. */
@CdiComponent
@Route(value = "unknown-faces/:face?([0-9]{1,18})", layout = MainLayout.class)
@Menu(title = "unknown.title", order = 200, icon = "UNKNOWN")
@RolesAllowed(Permissions.UNKNOWN_REVIEW)
public class ReviewView extends Div implements BeforeEnterObserver, LiveView, TitledView {
    private static final long serialVersionUID = 1L;

    private final transient QueueService queue;
    private final transient BacklogService backlog;
    private final transient WatchFilters filters;
    final ReviewDesk desk;
    final NewsPill pill = new NewsPill(this::reload);
    final Checkbox recurring = new Checkbox(getTranslation("unknown.recurring"));
    final ReviewProgress progress = new ReviewProgress();
    final ReviewEmpty empty = new ReviewEmpty(this::showAll);
    private transient ReviewFilter filter = ReviewFilter.NONE;

    @Inject
    public ReviewView(
            QueueService queue, BacklogService backlog, Decisions decisions, SignedUrls urls, WatchFilters filters) {
        this.queue = queue;
        this.backlog = backlog;
        this.filters = filters;
        this.desk = new ReviewDesk(queue, decisions, urls, this::looked, this::showProgress);
        addClassNames("view", "view-full", "review-view");
        add(buildToolbar(), pill, desk, empty);
        KeyCommands.listen(this, ReviewDesk.KEYS, desk::press);
    }

    private Div buildToolbar() {
        var camera = filters.camera().onlyOne();
        filters.onChosen(this::filter);
        recurring.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                filter();
            }
        });
        var toolbar = new Div(filters.gallery(), camera, recurring, progress);
        toolbar.addClassName("toolbar");
        return toolbar;
    }

    @Override
    public String title() {
        return getTranslation("unknown.title");
    }

    @Override
    public List<Shortcut> shortcuts() {
        return ReviewDesk.SHORTCUTS;
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
                filters.gallery().chosen(), filters.camera().chosen().stream().findFirst(), recurring.getValue());
        reload();
    }

    private void showAll() {
        filters.show(Optional.empty(), Set.of());
        recurring.setValue(false);
        filter();
    }

    private void reload() {
        pill.clear();
        desk.waiting.show(filter);
        showProgress();
    }

    /** Nothing moves under the hands of whoever decides; only an empty queue fills by itself. */
    @Override
    public void refresh() {
        if (desk.waiting.isEmpty()) {
            reload();
            return;
        }
        int newer = desk.waiting.countNewer();
        if (newer > 0) {
            pill.show(newer, newer >= ReviewQueue.MOST_NEW);
        }
        showProgress();
    }

    private void looked(Optional<UnknownFace> face) {
        filter.remember(face.map(UnknownFace::id));
    }

    private void showProgress() {
        boolean none = desk.waiting.isEmpty();
        desk.setVisible(!none);
        empty.show(none, !filter.isNone());
        progress.show(backlog.countWaiting(), desk.decided());
    }
}
