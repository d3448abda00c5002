package org.semblance.surveillance.event.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.Permissions;
import org.semblance.platform.rest.LastingCaller;
import org.semblance.surveillance.event.EventService;
import org.semblance.surveillance.event.live.EventFeed;
import org.semblance.surveillance.event.live.EventPlace;
import org.semblance.surveillance.event.live.StreamSettings;

/** What cameras see and what happens to them, told as it happens. */
@Path("events/stream")
@ApplicationScoped
@Tag(name = "Events")
public class EventStreamResource {
    private final EventService events;
    private final EventFeed feed;
    private final StreamSettings settings;
    private final LastingCaller callers;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public EventStreamResource() {
        this(null, null, null, null);
    }

    @Inject
    public EventStreamResource(EventService events, EventFeed feed, StreamSettings settings, LastingCaller callers) {
        this.events = events;
        this.feed = feed;
        this.settings = settings;
        this.callers = callers;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed(Permissions.EVENT_READ)
    @Operation(
            operationId = "streamEvents",
            summary = "Be told of events as they happen",
            description = "Server-sent events called `recognition` and `camera`, each as `listRecognitionEvents` and"
                    + " `listCameraEvents` give it, on whichever node they happen. A client that comes again with the"
                    + " id that it saw last in the header `Last-Event-ID` misses none and gets none twice; one that was"
                    + " away for more than a week is told `missed` and should list. The stream ends with the access"
                    + " token, when the permission ends, after `semblance.events.stream-lifetime`, and for whoever"
                    + " does not read: come again.")
    @APIResponse(
            responseCode = "200",
            description =
                    "Events, as long as the stream lasts, and `place` every few seconds, whose id says where the stream is",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = RecognitionResponse.class),
                            examples = @ExampleObject(name = "one event", value = EventStream.EXAMPLE)))
    @APIResponse(responseCode = "404", ref = "Problem")
    public void stream(
            @BeanParam StreamParameters wanted,
            @Parameter(
                            description = "Id of the last event that was seen; left out, the stream begins now",
                            example = "4711-815")
                    @HeaderParam(HttpHeaders.LAST_EVENT_ID_HEADER)
                    @Nullable
                    String last,
            @Context HttpServletRequest request,
            @Context SseEventSink sink,
            @Context Sse sse) {
        var place = last == null || last.isBlank() ? null : EventPlace.parse(last.strip());
        var filter = wanted.filter(events.bounds(wanted.places()));
        var reader = new StreamReader(callers.of(request), filter, settings.lifetime());
        feed.follow(new EventStream(sink, sse, reader), place);
    }
}
