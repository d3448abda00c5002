package org.semblance.surveillance.unknown.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.GalleryName;
import org.semblance.surveillance.unknown.StrangerQuery;
import org.semblance.surveillance.unknown.StrangerState;

/** Which strangers to list. */
public class StrangerParameters {
    private static final int MOST = 200;

    @Parameter(description = "Only those of this gallery", example = "staff")
    @QueryParam("gallery")
    private @Nullable String gallery;

    @Parameter(
            description = "Only those of whom this is known",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"open", "dismissed", "known"}))
    @QueryParam("state")
    private @Nullable String state;

    @Parameter(
            description = "Whether those who were seen once are left out",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "true"))
    @QueryParam("recurring")
    @DefaultValue("true")
    private boolean recurring;

    @Parameter(
            description = "Only those who were seen then or later; a time with its zone",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"),
            example = "2026-11-01T00:00:00Z")
    @QueryParam("from")
    private @Nullable String from;

    @Parameter(description = "Only those with smaller ids: `next` of the page before")
    @QueryParam("before")
    @DefaultValue("0")
    @Min(0)
    private long before;

    @Parameter(description = "How many at most")
    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1)
    @Max(MOST)
    private int limit;

    Optional<GalleryName> gallery() {
        return Optional.ofNullable(Given.text(gallery)).map(GalleryName::new);
    }

    StrangerQuery query() {
        String wanted = Given.text(state);
        return new StrangerQuery(
                wanted == null ? null : StrangerState.of(wanted), recurring, Given.time("from", from), before, limit);
    }
}
