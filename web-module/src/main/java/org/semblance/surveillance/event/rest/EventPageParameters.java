package org.semblance.surveillance.event.rest;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which part of a long list of events to give. */
public class EventPageParameters {
    @Parameter(
            description = "Continue after the event with this id: `next` of the page before",
            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
    @QueryParam("after")
    private @Nullable String after;

    @Parameter(
            description = "How many items at most",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200"))
    @QueryParam("limit")
    @DefaultValue("50")
    private int limit;

    @Nullable
    UUID after() {
        return Words.id("after", after);
    }

    int limit() {
        return limit;
    }
}
