package org.semblance.surveillance.ui.event;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.ExportMenu;
import org.semblance.platform.ui.LiveView;
import org.semblance.platform.ui.MainLayout;
import org.semblance.platform.ui.PortalSession;
import org.semblance.platform.ui.TitledView;
import org.semblance.surveillance.event.EventExport;
import org.semblance.surveillance.event.RecognitionFormat;
import org.semblance.surveillance.ui.NewsPill;
import org.semblance.surveillance.ui.WatchFilters;

/** Whom cameras saw, as it happens; the filters and the event that is looked at are in the address. */
@CdiComponent
@Route(value = "events/:event?([0-9a-f]{8}-[0-9a-f-]{27})", layout = MainLayout.class)
@Menu(title = "events.title", order = 210, icon = "EVENTS")
@RolesAllowed(Permissions.EVENT_READ)
public class EventsView extends Div implements BeforeEnterObserver, LiveView, TitledView {
    private static final long serialVersionUID = 1L;

    final EventFilters filters;
    final EventGrid grid;
    final EventPanel panel;
    final NewsPill pill = new NewsPill(this::showNewest);
    final ExportMenu export;
    private EventsAddress address = EventsAddress.ALL;
    private Optional<UUID> opened = Optional.empty();
    private boolean isShown;

    @Inject
    public EventsView(EventSources sources, EventPanel panel, WatchFilters where) {
        this.panel = panel;
        this.filters = new EventFilters(where, this::filter);
        this.grid = new EventGrid(
                sources.events(),
                sources.sightings(),
                sources.urls(),
                this::open,
                () -> EventsAddress.ALL.open(opened));
        this.export = buildExport(sources.export());
        addClassNames("view", "view-full", "events-view");
        filters.add(export);
        panel.onClosed(() -> address.open(Optional.empty()));
        var content = new Div(grid, panel);
        content.addClassName("split");
        add(filters, pill, content);
    }

    /** Carries away what the list shows at the time; that it was is in the audit log. */
    private ExportMenu buildExport(EventExport events) {
        var menu = new ExportMenu();
        for (RecognitionFormat format : RecognitionFormat.values()) {
            menu.with(getTranslation("events.export." + format.code()), event -> {
                var begun = events.begin(address.query(), format.code());
                event.setFileName(format.fileName());
                event.setContentType(format.mediaType());
                events.write(begun, format, event.getOutputStream());
            });
        }
        menu.setVisible(PortalSession.permits(Permissions.EVENT_EXPORT));
        return menu;
    }

    @Override
    public String title() {
        return getTranslation("events.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        EventsAddress wanted = EventsAddress.of(event.getLocation());
        filters.show(wanted);
        if (!isShown || !wanted.equals(address)) {
            show(wanted);
        }
        opened = event.getRouteParameters().get("event").map(UUID::fromString);
        setClassName("event-open", opened.isPresent());
        panel.setVisible(opened.isPresent());
        grid.besideDetail(opened.isPresent());
        opened.ifPresent(panel::show);
        if (opened.isEmpty()) {
            grid.deselectAll();
        }
    }

    private void filter() {
        show(filters.chosen());
        address.remember(opened);
    }

    private void show(EventsAddress wanted) {
        address = wanted;
        isShown = true;
        showNewest();
    }

    private void showNewest() {
        pill.clear();
        grid.show(address);
        grid.scrollToStart();
    }

    @Override
    public void refresh() {
        pill.tell(this, grid.countNewer());
    }

    private void open(UUID event) {
        address.open(Optional.of(event));
    }
}
