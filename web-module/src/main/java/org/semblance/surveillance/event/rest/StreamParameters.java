package org.semblance.surveillance.event.rest;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.semblance.surveillance.event.EventBounds;
import org.semblance.surveillance.event.EventPlaces;
import org.semblance.surveillance.event.RecognitionEvent.Outcome;
import org.semblance.surveillance.event.live.LiveFilter;
import org.semblance.surveillance.event.live.LiveFilter.Kinds;

/** Which events a client wants to be told. */
public class StreamParameters {
    @Parameter(
            description = "Only events of this kind",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"recognition", "camera"}))
    @QueryParam("kind")
    private @Nullable String kind;

    @BeanParam
    private PlaceParameters places = new PlaceParameters();

    @Parameter(
            description = "Of recognitions, only those with this outcome: `matched`, `ambiguous`, `unknown` or"
                    + " `rejected`; may be repeated",
            example = "unknown")
    @QueryParam("outcome")
    private List<String> outcomes = List.of();

    EventPlaces places() {
        return places.places();
    }

    LiveFilter filter(EventBounds bounds) {
        Boolean isRecognition = Words.either("kind", kind, "recognition", "camera");
        Kinds kinds = isRecognition == null ? Kinds.BOTH : isRecognition ? Kinds.RECOGNITIONS : Kinds.CAMERA_EVENTS;
        return new LiveFilter(kinds, bounds, Words.each("outcome", outcomes, Outcome.class));
    }
}
