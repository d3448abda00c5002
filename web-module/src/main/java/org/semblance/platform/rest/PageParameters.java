package org.semblance.platform.rest;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which part of a long list to give. */
public class PageParameters {
    @Parameter(description = "Continue after the item with this id: `next` of the page before")
    @QueryParam("after")
    @DefaultValue("0")
    private long after;

    @Parameter(
            description = "How many items at most",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200"))
    @QueryParam("limit")
    @DefaultValue("50")
    private int limit;

    public long after() {
        return after;
    }

    public int limit() {
        return limit;
    }
}
