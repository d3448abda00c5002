package org.semblance.identity.rest;

import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.directory.UserPatch;
import org.semblance.identity.directory.UserTraits;
import org.semblance.platform.rest.MergePatch;
import org.semblance.platform.rest.PatchFields;

/** What of a user to change: a merge patch (RFC 7396). */
@Schema(
        name = "UserPatch",
        description = "What of a user to change (RFC 7396): what is left out stays, what is null goes")
public record UserPatchBody(
        @Schema(maxLength = 200, examples = "Ada Lovelace") @Nullable
        String displayName,

        @Schema(maxLength = 254, nullable = true, examples = "ada@example.org") @Nullable
        String email,

        @Schema(nullable = true, examples = "7") @Nullable Long departmentId,

        @Schema(description = "False disables the user and ends their sessions", examples = "false") @Nullable
        Boolean active) {
    private static final Set<String> FIELDS = Set.of("display_name", "email", "department_id", "active");

    static UserPatch read(MergePatch patch) {
        PatchFields fields = PatchFields.of(patch, FIELDS);
        return old -> new UserTraits(
                fields.text("display_name", old.displayName()),
                fields.textOrNull("email", old.email()),
                fields.numberOrNull("department_id", old.departmentId()),
                fields.truth("active", old.isActive()));
    }
}
