package org.semblance.identity.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.CurrentUser;
import org.semblance.identity.SessionProof;
import org.semblance.identity.SessionSummary;
import org.semblance.identity.SignedInUser;

/** A session as its user sees it. */
@Schema(name = "Session", description = "A sign-in that has not ended")
public record SessionResponse(
        @Schema(examples = UserResponse.EXAMPLE_ID) UUID id,

        @Schema(description = "`portal` or `api`", examples = "portal")
        String kind,

        Instant createdAt,

        @Schema(description = "To the minute") Instant lastUsedAt,

        @Schema(description = "From where the user signed in", examples = "192.0.2.7") @Nullable
        String clientAddress,

        @Schema(description = "What the client calls itself", examples = "Mozilla/5.0 ...") @Nullable
        String userAgent,

        @Schema(description = "Whether this request came in it", examples = "true")
        boolean current) {

    static SessionResponse of(SessionSummary session) {
        boolean isCurrent = CurrentUser.find()
                .map(SignedInUser::session)
                .map(SessionProof::id)
                .filter(session.id()::equals)
                .isPresent();
        return new SessionResponse(
                session.id(),
                session.kind(),
                session.createdAt(),
                session.lastUsedAt(),
                session.client().address(),
                session.client().userAgent(),
                isCurrent);
    }

    /** All of a user: there are never many. */
    @Schema(name = "Sessions", description = "The sessions of a user, the latest first")
    public record All(List<SessionResponse> items) {
        static All of(List<SessionSummary> sessions) {
            return new All(sessions.stream().map(SessionResponse::of).toList());
        }
    }
}
