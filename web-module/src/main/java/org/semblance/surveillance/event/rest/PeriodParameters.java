package org.semblance.surveillance.event.rest;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.rest.TimeParameter;
import org.semblance.surveillance.event.Period;

/** When something happened. */
public class PeriodParameters {
    @Parameter(
            description = "The first moment, with its zone",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"),
            example = "2026-11-01T00:00:00Z")
    @QueryParam("from")
    private @Nullable String from;

    @Parameter(
            description = "The moment after the last, with its zone",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"),
            example = "2026-12-01T00:00:00Z")
    @QueryParam("to")
    private @Nullable String to;

    Period period() {
        return new Period(TimeParameter.parse("from", from), TimeParameter.parse("to", to));
    }
}
