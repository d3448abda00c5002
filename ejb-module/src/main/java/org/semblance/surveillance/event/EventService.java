package org.semblance.surveillance.event;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.CurrentUser;
import org.semblance.identity.Scope;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.Page;
import org.semblance.platform.Permissions;

/** What cameras saw and what happened to them, within the galleries that the caller may look into. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EventService {
    private final RecognitionEvents recognitions;
    private final CameraEvents cameraEvents;
    private final EventWhereabouts whereabouts;
    private final EventCounts counts;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected EventService() {
        this(null, null, null, null);
    }

    @Inject
    public EventService(
            RecognitionEvents recognitions,
            CameraEvents cameraEvents,
            EventWhereabouts whereabouts,
            EventCounts counts) {
        this.recognitions = recognitions;
        this.cameraEvents = cameraEvents;
        this.whereabouts = whereabouts;
        this.counts = counts;
    }

    /**
     * A page of what was recognised, the newest first.
     *
     * @param after the last event of the page before; null for the first page
     */
    @RolesAllowed(Permissions.EVENT_READ)
    public EventPage<RecordedRecognition> list(EventQuery query, @Nullable UUID after, int limit) {
        int fetched = Page.fetchSize(limit);
        EventMark mark = mark(after, recognitions::mark);
        return EventPage.of(recognitions.list(query, bounds(query.places()), mark, fetched), limit);
    }

    @RolesAllowed(Permissions.EVENT_READ)
    public RecordedRecognition require(UUID id) {
        return recognitions
                .find(id)
                .filter(event -> scope().includes(event.galleryId()))
                .orElseThrow(() -> new EventNotFoundException(id));
    }

    /**
     * A page of what happened to cameras, the newest first.
     *
     * @param after the last event of the page before; null for the first page
     */
    @RolesAllowed(Permissions.EVENT_READ)
    public EventPage<RecordedCameraEvent> list(CameraEventQuery query, @Nullable UUID after, int limit) {
        int fetched = Page.fetchSize(limit);
        EventMark mark = mark(after, cameraEvents::mark);
        return EventPage.of(cameraEvents.list(query, bounds(query.places()), mark, fetched), limit);
    }

    /** How many there were of what, when and where. */
    @RolesAllowed(Permissions.EVENT_READ)
    public EventStatistics count(StatisticsQuery query) {
        return counts.count(query, bounds(query.places()));
    }

    /** Where the caller may see what they ask for; cameras and galleries beyond that are not found. */
    @RolesAllowed(Permissions.EVENT_READ)
    public EventBounds bounds(EventPlaces places) {
        return whereabouts.require(places, scope());
    }

    private static @Nullable EventMark mark(@Nullable UUID after, Function<UUID, Optional<EventMark>> finder) {
        return after == null
                ? null
                : finder.apply(after)
                        .orElseThrow(() -> new InvalidInputException("after", "There is no event " + after));
    }

    private static Scope scope() {
        return CurrentUser.require().scope(Permissions.EVENT_READ);
    }
}
