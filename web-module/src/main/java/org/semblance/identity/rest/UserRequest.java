package org.semblance.identity.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.directory.NewUser;
import org.semblance.identity.directory.UserTraits;

/** A user to make. */
@Schema(name = "NewUser", description = "A user to make")
public record UserRequest(
        @Schema(
                description = "What the user signs in with, unique in any case: letters, digits and . _ @ + -",
                maxLength = 128,
                examples = "ada")
        @NotBlank
        String username,

        @Schema(description = "The user name when left out", maxLength = 200, examples = "Ada Lovelace") @Nullable
        String displayName,

        @Schema(maxLength = 254, examples = "ada@example.org") @Nullable
        String email,

        @Schema(description = "The department that the user belongs to", examples = "7") @Nullable
        Long departmentId,

        @Schema(description = "Roles to begin with") @Nullable
        List<@Valid RoleGrantBody> roles) {

    NewUser toNewUser() {
        var traits = new UserTraits(displayName == null ? username : displayName, email, departmentId, true);
        List<RoleGrantBody> given = roles == null ? List.of() : roles;
        return new NewUser(
                username, traits, given.stream().map(RoleGrantBody::toGrant).toList());
    }
}
