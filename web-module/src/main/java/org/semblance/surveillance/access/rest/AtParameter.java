package org.semblance.surveillance.access.rest;

import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.InvalidInputException;

/** The time that is asked about. */
public class AtParameter {
    @Parameter(
            description = "At which time, with its zone; now when left out",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"),
            example = "2026-11-23T07:30:00+01:00")
    @QueryParam("at")
    private @Nullable String at;

    Optional<Instant> at() {
        return Optional.ofNullable(at).map(String::strip).filter(text -> !text.isEmpty()).map(AtParameter::time);
    }

    private static Instant time(String text) {
        try {
            // A plus sign that nobody has escaped arrives as a blank.
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw new InvalidInputException("at", "at is a time with its zone, such as 2026-11-23T07:30:00Z");
        }
    }
}
