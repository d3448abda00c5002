package org.semblance.surveillance.ui.event;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.UUID;
import org.semblance.platform.ui.Cells;
import org.semblance.platform.ui.EmptyState;
import org.semblance.platform.ui.KeyedPages;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.NarrowPage;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.TimeColumn;
import org.semblance.storage.SignedUrls;
import org.semblance.surveillance.event.EventService;
import org.semblance.surveillance.flow.SightingService;
import org.semblance.surveillance.ui.FacePicture;
import org.semblance.surveillance.ui.Newest;

/** What cameras saw as rows, the newest first, read page by page as the user scrolls. */
final class EventGrid extends Grid<EventRow> {
    private static final long serialVersionUID = 1L;

    private final transient EventService events;
    private final transient SightingService sightings;
    private final transient SignedUrls urls;
    private final SerializableRunnable onClear;
    private final Column<EventRow> decision;
    private final Column<EventRow> similarity;
    private final Column<EventRow> door;
    private final Column<EventRow> camera;
    private final Newest newest = new Newest();
    private EventsAddress shown = EventsAddress.ALL;
    private boolean isWide = true;
    private boolean isBesideDetail;

    EventGrid(
            EventService events,
            SightingService sightings,
            SignedUrls urls,
            SerializableConsumer<UUID> onOpen,
            SerializableRunnable onClear) {
        this.events = events;
        this.sightings = sightings;
        this.urls = urls;
        this.onClear = onClear;
        addClassName("event-grid");
        addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_ROW_STRIPES);
        setPageSize(KeyedPages.SIZE);
        addColumn(who()).setHeader(getTranslation("event.who")).setFlexGrow(3);
        decision = addColumn(Cells.badge(row -> EventTexts.outcome(row.recorded())))
                .setHeader(getTranslation("event.decision"))
                .setWidth("8rem")
                .setFlexGrow(0);
        similarity = addColumn(EventGrid::similarity)
                .setHeader(getTranslation("score.similarity"))
                .setWidth("7rem")
                .setFlexGrow(0);
        door = addColumn(Cells.badge(EventGrid::door))
                .setHeader(getTranslation("event.door"))
                .setFlexGrow(2);
        camera = addColumn(row -> EventTexts.camera(row.recorded().camera()))
                .setHeader(getTranslation("watch.camera"))
                .setFlexGrow(2);
        TimeColumn.toTheSecond(
                        addColumn(row -> LocalFormat.precise(row.recorded().at())))
                .setHeader(getTranslation("event.at"));
        NarrowPage.follow(this, this::fit);
        addItemClickListener(event -> onOpen.accept(event.getItem().recorded().id()));
        addSelectionListener(event -> {
            if (event.isFromClient()) {
                event.getFirstSelectedItem()
                        .ifPresent(row -> onOpen.accept(row.recorded().id()));
            }
        });
    }

    /** Shows what the address asks for, from the newest on. */
    void show(EventsAddress address) {
        shown = address;
        setEmptyStateComponent(empty(address));
        var query = address.query();
        var pages = new KeyedPages<UUID, EventRow>((after, limit) -> {
            var page = events.list(query, after.orElse(null), limit);
            if (after.isEmpty()) {
                newest.remember(page.items());
            }
            return new KeyedPages.Part<>(EventRow.of(page.items(), sightings), page.next());
        });
        pages.fill(this);
    }

    /** How many are newer than what is shown, one page at most. */
    int countNewer() {
        return newest.count(events.list(shown.query(), null, KeyedPages.SIZE).items());
    }

    /** Beside the detail of an event the list says no more than who and when. */
    void besideDetail(boolean isOpen) {
        isBesideDetail = isOpen;
        arrange();
    }

    private void fit(boolean hasRoom) {
        isWide = hasRoom;
        arrange();
    }

    /** Leaves columns out for which there is no room. */
    private void arrange() {
        boolean isRoom = isWide && !isBesideDetail;
        decision.setVisible(isRoom);
        similarity.setVisible(isRoom);
        door.setVisible(isRoom);
        camera.setVisible(isRoom);
    }

    private LitRenderer<EventRow> who() {
        return FacePicture.in(
                        "<div class=\"event-who ${item.tone}\">FACE<span>${item.name}</span></div>",
                        EventRow::picture,
                        urls)
                .withProperty("tone", row -> row.recorded().person() == null ? "secondary" : "")
                .withProperty("name", row -> EventTexts.who(row.recorded()));
    }

    private static String similarity(EventRow row) {
        Double confidence = row.recorded().event().matched().confidence();
        return confidence == null ? "–" : LocalFormat.format(confidence);
    }

    /** Where there was no door, a dash that looks like nothing. */
    private static Span door(EventRow row) {
        var access = row.recorded().event().access();
        return access == null ? new Span("–") : EventTexts.access(row.recorded(), access);
    }

    private Component empty(EventsAddress address) {
        String key = address.isAll() ? "events.empty" : "events.none";
        var clear = new Button(getTranslation("watch.filters.clear"), event -> onClear.run());
        clear.setVisible(!address.isAll());
        return new EmptyState(PortalIcon.EVENTS, getTranslation(key), getTranslation(key + ".text"), clear);
    }
}
