package org.semblance.surveillance.ui.event;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.PersonId;
import org.semblance.surveillance.CameraName;
import org.semblance.surveillance.event.EventPlaces;
import org.semblance.surveillance.event.EventQuery;
import org.semblance.surveillance.event.Period;
import org.semblance.surveillance.event.RecognitionEvent.Outcome;

/** What the address of the events' view says: the filters by the names that the API has for them. */
public record EventsAddress(
        Set<CameraName> cameras,
        Optional<GalleryName> gallery,
        Optional<PersonId> person,
        Set<Outcome> outcomes,
        Optional<Boolean> allowed,
        Optional<Instant> from,
        Optional<Instant> to) {
    public static final EventsAddress ALL = new EventsAddress(
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    private static final Duration AROUND = Duration.ofMinutes(5);
    private static final String ALLOWED = "allowed";
    private static final String DENIED = "denied";

    public EventsAddress {
        cameras = Set.copyOf(cameras);
        outcomes = Set.copyOf(outcomes);
    }

    static EventsAddress of(Location location) {
        QueryParameters said = location.getQueryParameters();
        return new EventsAddress(
                said.getParameters("camera").stream().map(CameraName::new).collect(Collectors.toSet()),
                said.getSingleParameter("gallery").map(GalleryName::new),
                said.getSingleParameter("person")
                        .filter(id -> id.matches("[0-9]{1,18}"))
                        .map(id -> new PersonId(Long.parseLong(id))),
                Arrays.stream(Outcome.values())
                        .filter(outcome -> said.getParameters("outcome").contains(code(outcome)))
                        .collect(Collectors.toSet()),
                said.getSingleParameter("access")
                        .filter(access -> access.equals(ALLOWED) || access.equals(DENIED))
                        .map(ALLOWED::equals),
                said.getSingleParameter("from").flatMap(EventsAddress::time),
                said.getSingleParameter("to").flatMap(EventsAddress::time));
    }

    /** What a camera saw about a moment. */
    public static EventsAddress around(CameraName camera, Instant at) {
        return new EventsAddress(
                Set.of(camera),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.of(at.minus(AROUND)),
                Optional.of(at.plus(AROUND)));
    }

    public static EventsAddress of(CameraName camera) {
        return new EventsAddress(
                Set.of(camera),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public static EventsAddress of(PersonId person) {
        return new EventsAddress(
                Set.of(),
                Optional.empty(),
                Optional.of(person),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    boolean isAll() {
        return equals(ALL);
    }

    /** A period that ends before it begins is that from its beginning on. */
    EventQuery query() {
        var traits = new EventQuery.Traits(
                outcomes, person.map(PersonId::value).orElse(null), null, allowed.orElse(null), null);
        return new EventQuery(period(from, to), places(), traits);
    }

    EventPlaces places() {
        return new EventPlaces(cameras, Set.of(), gallery.stream().collect(Collectors.toSet()));
    }

    QueryParameters parameters() {
        Map<String, List<String>> said = new LinkedHashMap<>();
        put(said, "camera", cameras.stream().map(CameraName::value).sorted().toList());
        put(said, "gallery", gallery.map(GalleryName::value).stream().toList());
        put(said, "person", person.map(PersonId::toString).stream().toList());
        put(said, "outcome", outcomes.stream().map(EventsAddress::code).sorted().toList());
        put(said, "access", allowed.map(is -> is ? ALLOWED : DENIED).stream().toList());
        put(said, "from", from.map(Instant::toString).stream().toList());
        put(said, "to", to.map(Instant::toString).stream().toList());
        return new QueryParameters(said);
    }

    /** A link there. */
    public RouterLink link(String text) {
        var link = new RouterLink(text, EventsView.class);
        link.setQueryParameters(parameters());
        return link;
    }

    /** Goes to an event, or to the list alone. */
    void open(Optional<UUID> event) {
        var parameters =
                event.map(id -> new RouteParameters("event", id.toString())).orElseGet(RouteParameters::empty);
        UI.getCurrent().navigate(EventsView.class, parameters, parameters());
    }

    /** Shows the address for what is on the page already. */
    void remember(Optional<UUID> event) {
        String path = "events" + event.map(id -> "/" + id).orElse("");
        UI.getCurrent().getPage().getHistory().replaceState(null, new Location(path, parameters()));
    }

    private static void put(Map<String, List<String>> said, String name, List<String> values) {
        if (!values.isEmpty()) {
            said.put(name, values);
        }
    }

    private static String code(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    static Period period(Optional<Instant> begin, Optional<Instant> end) {
        @Nullable Instant first = begin.orElse(null);
        @Nullable
        Instant last = end.filter(time -> first == null || time.isAfter(first)).orElse(null);
        return new Period(first, last);
    }

    static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
