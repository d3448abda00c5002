package org.semblance.surveillance.ui.event;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.Optional;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.KeyedPages;
import org.semblance.platform.ui.LiveView;
import org.semblance.platform.ui.MainLayout;
import org.semblance.platform.ui.TitledView;
import org.semblance.surveillance.event.CameraEvent;
import org.semblance.surveillance.event.EventService;
import org.semblance.surveillance.ui.Codes;
import org.semblance.surveillance.ui.Newest;
import org.semblance.surveillance.ui.NewsPill;
import org.semblance.surveillance.ui.WatchFilters;

/** What happened to cameras, as it happens: which went, came, failed or were changed. */
@CdiComponent
@Route(value = "camera-events", layout = MainLayout.class)
@Menu(title = "camera-events.title", order = 230, icon = "CAMERA_EVENTS")
@RolesAllowed(Permissions.EVENT_READ)
public class CameraEventsView extends Div implements BeforeEnterObserver, LiveView, TitledView {
    private static final long serialVersionUID = 1L;

    private final transient WatchFilters where;
    final MultiSelectComboBox<CameraEvent.Type> types = new MultiSelectComboBox<>(getTranslation("camera-event.type"));
    final PeriodFields period = new PeriodFields(this::filter);
    final NewsPill pill = new NewsPill(this::showNewest);
    final CameraEventGrid grid;
    private CameraEventsAddress address = CameraEventsAddress.ALL;

    @Inject
    public CameraEventsView(EventService events, WatchFilters where) {
        this.grid = new CameraEventGrid(events);
        this.where = where;
        addClassNames("view", "view-full", "events-view");
        var content = new Div(grid);
        content.addClassName("split");
        add(buildFilters(), pill, content);
    }

    private Div buildFilters() {
        types.setItems(CameraEvent.Type.values());
        types.setItemLabelGenerator(type -> Codes.of("camera-event.type.", type));
        types.setPlaceholder(getTranslation("watch.all"));
        types.setClearButtonVisible(true);
        types.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                filter();
            }
        });
        where.onChosen(this::filter);
        var filters = new Div(where.camera(), types, period);
        filters.addClassNames("toolbar", "filters");
        return filters;
    }

    @Override
    public String title() {
        return getTranslation("camera-events.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address = CameraEventsAddress.of(event.getLocation());
        where.show(Optional.empty(), address.cameras());
        types.setValue(address.types());
        period.show(address.from(), address.to());
        showNewest();
    }

    private void filter() {
        address = new CameraEventsAddress(where.camera().chosen(), types.getValue(), period.begin(), period.end());
        address.remember();
        showNewest();
    }

    private void showNewest() {
        pill.clear();
        grid.show(address);
    }

    /** Whoever reads further down is told how much is new, and nothing moves under their eyes. */
    @Override
    public void refresh() {
        int newer = grid.countNewer();
        if (newer > 0) {
            Newest.whetherAtTop(this, isAtTop -> arrived(newer, isAtTop));
        }
    }

    void arrived(int count, boolean isAtTop) {
        if (isAtTop) {
            showNewest();
        } else {
            pill.show(count, count >= KeyedPages.SIZE);
        }
    }
}
