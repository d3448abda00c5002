package org.semblance.surveillance.ui.event;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.List;
import java.util.UUID;
import org.semblance.platform.ui.Cells;
import org.semblance.platform.ui.EmptyState;
import org.semblance.platform.ui.KeyedPages;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.NarrowPage;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.TimeColumn;
import org.semblance.surveillance.event.EventService;
import org.semblance.surveillance.event.RecordedCameraEvent;
import org.semblance.surveillance.ui.Newest;

/** What happened to cameras as rows, the newest first, read page by page as the user scrolls. */
final class CameraEventGrid extends Grid<RecordedCameraEvent> {
    private static final long serialVersionUID = 1L;

    private final transient EventService events;
    private final Newest newest = new Newest();
    private CameraEventsAddress shown = CameraEventsAddress.ALL;

    CameraEventGrid(EventService events) {
        this.events = events;
        addClassName("event-grid");
        addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_ROW_STRIPES, GridVariant.LUMO_WRAP_CELL_CONTENT);
        setSelectionMode(SelectionMode.NONE);
        setPageSize(KeyedPages.SIZE);
        var type = addColumn(Cells.badge(CameraEventTexts::badge))
                .setHeader(getTranslation("camera-event.type"))
                .setWidth("11rem")
                .setFlexGrow(0);
        addColumn(text()).setHeader(getTranslation("watch.camera")).setFlexGrow(4);
        TimeColumn.toTheSecond(addColumn(recorded -> LocalFormat.precise(recorded.at())))
                .setHeader(getTranslation("event.at"));
        NarrowPage.hide(this, List.of(type));
    }

    /** Shows what the address asks for, from the newest on. */
    void show(CameraEventsAddress address) {
        shown = address;
        var clear = new Button(getTranslation("watch.filters.clear"), event -> CameraEventsAddress.ALL.open());
        clear.setVisible(!address.isAll());
        String key = address.isAll() ? "camera-events.empty" : "camera-events.none";
        setEmptyStateComponent(
                new EmptyState(PortalIcon.CAMERA_EVENTS, getTranslation(key), getTranslation(key + ".text"), clear));
        var query = address.query();
        var pages = new KeyedPages<UUID, RecordedCameraEvent>((after, limit) -> {
            var page = events.list(query, after.orElse(null), limit);
            if (after.isEmpty()) {
                newest.remember(page.items());
            }
            return new KeyedPages.Part<>(page.items(), page.next());
        });
        pages.fill(this);
    }

    /** How many are newer than what is shown, one page at most. */
    int countNewer() {
        return newest.count(events.list(shown.query(), null, KeyedPages.SIZE).items());
    }

    private static LitRenderer<RecordedCameraEvent> text() {
        return LitRenderer.<RecordedCameraEvent>of("""
                        <div class="event-text">
                          <span class="${item.look} narrow-only">${item.type}</span>
                          <span>${item.camera}</span>
                          <span class="secondary">${item.details}</span>
                        </div>
                        """)
                .withProperty(
                        "look", recorded -> CameraEventTexts.badge(recorded).getClassName())
                .withProperty(
                        "type", recorded -> CameraEventTexts.badge(recorded).getText())
                .withProperty("camera", recorded -> EventTexts.camera(recorded.camera()))
                .withProperty("details", CameraEventTexts::details);
    }
}
