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
import org.semblance.surveillance.CameraName;
import org.semblance.surveillance.unknown.StrangerId;
import org.semblance.surveillance.unknown.UnknownQuery;
import org.semblance.surveillance.unknown.UnknownState;

/** Which unknown faces to list. */
public class UnknownFaceParameters {
    private static final int MOST = 200;

    @Parameter(description = "Only faces of this gallery", example = "staff")
    @QueryParam("gallery")
    private @Nullable String gallery;

    @Parameter(description = "Only what this camera saw", example = "front-door")
    @QueryParam("camera")
    private @Nullable String camera;

    @Parameter(
            description = "Only faces of this stranger",
            schema = @Schema(type = SchemaType.INTEGER, format = "int64"),
            example = "77")
    @QueryParam("stranger")
    private @Nullable Long stranger;

    @Parameter(
            description = "Only faces of which this became",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"new", "assigned", "enrolled", "dismissed"}))
    @QueryParam("state")
    private @Nullable String state;

    @Parameter(
            description = "Only faces of strangers who were seen at least twice",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @QueryParam("recurring")
    @DefaultValue("false")
    private boolean recurring;

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

    @Parameter(description = "Only faces with smaller ids: `next` of the page before")
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

    UnknownQuery query() {
        String named = Given.text(camera);
        String wanted = Given.text(state);
        return new UnknownQuery(
                named == null ? null : new CameraName(named),
                stranger == null ? null : new StrangerId(stranger),
                wanted == null ? null : UnknownState.of(wanted),
                recurring,
                Given.time("from", from),
                Given.time("to", to),
                before,
                limit);
    }
}
