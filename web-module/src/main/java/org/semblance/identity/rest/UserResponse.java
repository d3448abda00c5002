package org.semblance.identity.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.directory.UserPage;
import org.semblance.identity.directory.UserSummary;
import org.semblance.identity.directory.UserWithPassword;
import org.semblance.platform.rest.ShownOnce;
import org.semblance.platform.rest.Tagged;

/** A user as administrators see them. */
@Schema(name = "User", description = "Somebody who may sign in")
public record UserResponse(
        @Schema(examples = EXAMPLE_ID) UUID id,
        @Schema(examples = "ada") String username,
        @Schema(examples = "Ada Lovelace") String displayName,

        @Schema(description = "Left out where there is none", examples = "ada@example.org") @Nullable
        String email,

        @Schema(description = "Left out for a user of no department", examples = "7") @Nullable
        Long departmentId,

        @Schema(description = "Whether the user may sign in", examples = "true")
        boolean active,

        @Schema(description = "What the user may do, and where; it all adds up")
        List<RoleGrantBody> roles,

        @Schema(description = "Whether the user has a one-time password only", examples = "false")
        boolean mustChangePassword,

        Instant createdAt,

        @Schema(description = "Left out for a user who has not been here yet") @Nullable
        Instant lastSignInAt,

        @Schema(description = "Counts the changes of the user", examples = "2")
        int version)
        implements Tagged {
    static final String EXAMPLE_ID = "0198c5a1-7f2e-7a43-9c3b-5b0d3b1f6a10";

    static UserResponse of(UserSummary user) {
        var traits = user.traits();
        var standing = user.standing();
        return new UserResponse(
                user.id(),
                user.username(),
                traits.displayName(),
                traits.email(),
                traits.departmentId(),
                traits.isActive(),
                user.roles().stream().map(RoleGrantBody::of).toList(),
                standing.mustChangePassword(),
                standing.createdAt(),
                standing.lastSignInAt(),
                standing.version());
    }

    @Override
    public String entityTag() {
        return version + (lastSignInAt == null ? "" : "-" + lastSignInAt.toEpochMilli());
    }

    /** A user with the password that is told once. */
    @Schema(name = "UserWithPassword", description = "A user and a one-time password, which is told this once")
    public record WithPassword(
            UserResponse user,

            @Schema(
                    description = "Good for seven days and one sign-in, at which the user chooses another",
                    examples = "k3mpq-x7ahd-nv29c-e8rtw")
            String oneTimePassword)
            implements ShownOnce {
        static WithPassword of(UserWithPassword made) {
            return new WithPassword(UserResponse.of(made.user()), made.oneTimePassword());
        }
    }

    /** Some of many. */
    @Schema(name = "UserPage", description = "Some users, in the order in which they were made")
    public record Some(
            List<UserResponse> items,

            @Schema(description = "Give it as `after` for the next page; left out on the last", examples = EXAMPLE_ID)
            @Nullable
            UUID next) {
        static Some of(UserPage page) {
            return new Some(
                    page.items().stream().map(UserResponse::of).toList(),
                    page.next().orElse(null));
        }
    }
}
