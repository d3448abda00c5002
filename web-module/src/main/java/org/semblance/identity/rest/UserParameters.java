package org.semblance.identity.rest;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.directory.UserQuery;

/** Which users to list. */
public class UserParameters {
    @Parameter(
            description = "What user name, name or e-mail address begins with, in any case",
            schema = @Schema(type = SchemaType.STRING, examples = "ada"))
    @QueryParam("q")
    @DefaultValue("")
    private String text = "";

    @Parameter(description = "Only those who may sign in, or only those who may not")
    @QueryParam("active")
    private @Nullable Boolean active;

    @Parameter(description = "Only those of this department")
    @QueryParam("department_id")
    private @Nullable Long departmentId;

    @Parameter(
            description = "Continue after the user with this id: `next` of the page before",
            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
    @QueryParam("after")
    private @Nullable UUID after;

    @Parameter(
            description = "How many items at most",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200"))
    @QueryParam("limit")
    @DefaultValue("50")
    private int limit;

    UserQuery query() {
        return new UserQuery(text, active, departmentId, null, after, limit);
    }
}
