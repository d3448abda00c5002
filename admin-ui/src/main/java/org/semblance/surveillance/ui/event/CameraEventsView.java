package org.semblance.surveillance.ui.event;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.LiveView;
import org.semblance.platform.ui.MainLayout;
import org.semblance.platform.ui.TitledView;
import org.semblance.surveillance.event.EventService;
import org.semblance.surveillance.ui.NewsPill;
import org.semblance.surveillance.ui.WatchFilters;

/** What happened to cameras, as it happens: which went, came, failed or were changed. */
@CdiComponent
@Route(value = "camera-events", layout = MainLayout.class)
@Menu(title = "camera-events.title", order = 230, icon = "CAMERA_EVENTS")
@RolesAllowed(Permissions.EVENT_READ)
public class CameraEventsView extends Div implements BeforeEnterObserver, LiveView, TitledView {
    private static final long serialVersionUID = 1L;

    final CameraEventFilters filters;
    final NewsPill pill = new NewsPill(this::showNewest);
    final CameraEventGrid grid;
    private CameraEventsAddress address = CameraEventsAddress.ALL;

    @Inject
    public CameraEventsView(EventService events, WatchFilters where) {
        this.grid = new CameraEventGrid(events);
        this.filters = new CameraEventFilters(where, this::filter);
        addClassNames("view", "view-full", "events-view");
        var content = new Div(grid);
        content.addClassName("split");
        add(filters, pill, content);
    }

    @Override
    public String title() {
        return getTranslation("camera-events.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address = CameraEventsAddress.of(event.getLocation());
        filters.show(address);
        showNewest();
    }

    private void filter() {
        address = filters.chosen();
        address.remember();
        showNewest();
    }

    private void showNewest() {
        pill.clear();
        grid.show(address);
    }

    @Override
    public void refresh() {
        pill.tell(this, grid.countNewer());
    }
}
