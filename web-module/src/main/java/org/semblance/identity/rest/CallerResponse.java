package org.semblance.identity.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.semblance.identity.SignedInUser;

/** Who the bearer of a token is. */
@Schema(name = "Caller", description = "Who the bearer of the token is and may do")
public record CallerResponse(
        @Schema(examples = "0198c5a1-7f2e-7a43-9c3b-5b0d3b1f6a10")
        String id,

        @Schema(examples = "admin") String username,
        @Schema(examples = "Administrator") String displayName,

        @Schema(description = "What the bearer may do", examples = "[\"search:run\", \"vision:detect\"]")
        List<String> permissions) {

    static CallerResponse of(SignedInUser user) {
        return new CallerResponse(
                user.id().toString(),
                user.username(),
                user.displayName(),
                user.permissions().stream().sorted().toList());
    }
}
