package org.semblance.surveillance.ui.event;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.semblance.surveillance.CameraName;
import org.semblance.surveillance.event.CameraEvent;
import org.semblance.surveillance.event.CameraEventQuery;
import org.semblance.surveillance.event.EventPlaces;
import org.semblance.surveillance.event.EventRows;

/** What the address of the view on cameras' events says, by the names that the API has for it. */
public record CameraEventsAddress(
        Set<CameraName> cameras, Set<CameraEvent.Type> types, Optional<Instant> from, Optional<Instant> to) {
    public static final CameraEventsAddress ALL =
            new CameraEventsAddress(Set.of(), Set.of(), Optional.empty(), Optional.empty());

    public CameraEventsAddress {
        cameras = Set.copyOf(cameras);
        types = Set.copyOf(types);
    }

    static CameraEventsAddress of(Location location) {
        QueryParameters said = location.getQueryParameters();
        return new CameraEventsAddress(
                said.getParameters("camera").stream().map(CameraName::new).collect(Collectors.toSet()),
                Arrays.stream(CameraEvent.Type.values())
                        .filter(type -> said.getParameters("type").contains(EventRows.code(type)))
                        .collect(Collectors.toSet()),
                said.getSingleParameter("from").flatMap(EventsAddress::time),
                said.getSingleParameter("to").flatMap(EventsAddress::time));
    }

    public static CameraEventsAddress of(CameraName camera) {
        return new CameraEventsAddress(Set.of(camera), Set.of(), Optional.empty(), Optional.empty());
    }

    boolean isAll() {
        return equals(ALL);
    }

    CameraEventQuery query() {
        return new CameraEventQuery(EventsAddress.period(from, to), places(), types);
    }

    EventPlaces places() {
        return new EventPlaces(cameras, Set.of(), Set.of());
    }

    /** A link there. */
    public RouterLink link(String text) {
        var link = new RouterLink(text, CameraEventsView.class);
        link.setQueryParameters(parameters());
        return link;
    }

    /** Goes there. */
    void open() {
        UI.getCurrent().navigate(CameraEventsView.class, parameters());
    }

    /** Shows the address for what is on the page already. */
    void remember() {
        UI.getCurrent().getPage().getHistory().replaceState(null, new Location("camera-events", parameters()));
    }

    private QueryParameters parameters() {
        Map<String, List<String>> said = new LinkedHashMap<>();
        said.put("camera", cameras.stream().map(CameraName::value).sorted().toList());
        said.put("type", types.stream().map(EventRows::code).sorted().toList());
        said.put("from", from.map(Instant::toString).stream().toList());
        said.put("to", to.map(Instant::toString).stream().toList());
        said.values().removeIf(List::isEmpty);
        return new QueryParameters(said);
    }
}
