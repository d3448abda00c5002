package org.semblance.audit.rest;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.semblance.audit.AuditQuery;
import org.semblance.platform.rest.TimeParameter;

/** Which entries are wanted. */
public class AuditParameters {
    private static final int LONGEST = 200;

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

    @Parameter(description = "Who did it", example = "anna")
    @QueryParam("actor")
    @Size(max = LONGEST)
    private @Nullable String actor;

    @Parameter(description = "What was done", example = "person.deleted")
    @QueryParam("action")
    @Size(max = LONGEST)
    private @Nullable String action;

    @Parameter(description = "Kind of thing it was done to", example = "person")
    @QueryParam("object_type")
    @Size(max = LONGEST)
    private @Nullable String objectType;

    @Parameter(description = "Which thing of that kind it was done to", example = "1815")
    @QueryParam("object_id")
    @Size(max = LONGEST)
    private @Nullable String objectId;

    @Parameter(
            description = "Whether it came to pass",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"success", "refused"}))
    @QueryParam("outcome")
    @Size(max = LONGEST)
    private @Nullable String outcome;

    @Parameter(description = "Network address it came from", example = "192.0.2.7")
    @QueryParam("address")
    @Size(max = LONGEST)
    private @Nullable String address;

    @Parameter(description = "Request it was part of: its `X-Request-Id`")
    @QueryParam("request_id")
    @Size(max = LONGEST)
    private @Nullable String requestId;

    AuditQuery query() {
        return new AuditQuery(
                TimeParameter.parse("from", from),
                TimeParameter.parse("to", to),
                given(actor),
                given(action),
                given(objectType),
                given(objectId),
                given(outcome),
                given(address),
                given(requestId));
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
