package org.semblance.surveillance.event.rest;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.semblance.surveillance.event.EventQuery;
import org.semblance.surveillance.event.EventQuery.Traits;
import org.semblance.surveillance.event.RecognitionEvent.Outcome;

/** Which recognitions are wanted. */
public class RecognitionParameters {
    @BeanParam
    private PeriodParameters period = new PeriodParameters();

    @BeanParam
    private PlaceParameters places = new PlaceParameters();

    @Parameter(
            description =
                    "Only those with this outcome: `matched`, `ambiguous`, `unknown` or `rejected`; may be repeated",
            example = "unknown")
    @QueryParam("outcome")
    private List<String> outcomes = List.of();

    @Parameter(description = "Only those of this person, by any id that they ever went by", example = "4711")
    @QueryParam("person")
    private @Nullable Long person;

    @Parameter(
            description = "Only those of the persons whom this user claims to be",
            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
    @QueryParam("user")
    private @Nullable String user;

    @Parameter(
            description = "Only those at doors that were to open (`allowed`) or to stay shut (`denied`)",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"allowed", "denied"}))
    @QueryParam("access")
    private @Nullable String access;

    @Parameter(
            description = "Only those that were kept on a disk while the database was away, or only the others",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @QueryParam("late")
    private @Nullable String late;

    EventQuery query() {
        var traits = new Traits(
                Words.each("outcome", outcomes, Outcome.class),
                person,
                Words.id("user", user),
                Words.either("access", access, "allowed", "denied"),
                Words.either("late", late, "true", "false"));
        return new EventQuery(period.period(), places.places(), traits);
    }
}
