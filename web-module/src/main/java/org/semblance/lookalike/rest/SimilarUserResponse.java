package org.semblance.lookalike.rest;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.Rounded;
import org.semblance.lookalike.SimilarUser;
import org.semblance.platform.Page;

/** Somebody who looks like a user. */
@Schema(name = "SimilarUser", description = "A user who looks like another one")
public record SimilarUserResponse(
        @Schema(description = "1 for the most similar", examples = "1")
        long rank,

        @Schema(examples = "0198c5a1-7f2e-7a43-9c3b-5b0d3b1f6a10")
        UUID userId,

        @Schema(examples = "Ada Lovelace") String displayName,

        @Schema(
                description = "Cosine of what the two look like by all their faces, -1 to 1; to two digits unless you"
                        + " have the permission `score:exact`",
                examples = "0.62")
        double similarity,

        @Schema(description = "When the two were compared") Instant computedAt) {

    static SimilarUserResponse of(SimilarUser similar) {
        return new SimilarUserResponse(
                similar.rank(),
                similar.user(),
                similar.displayName(),
                Rounded.similarity(similar.similarity()),
                similar.computedAt());
    }

    /** Some of those whom the last run found. */
    @Schema(name = "SimilarUserPage", description = "Some users who look like a user, the most similar first")
    public record Some(
            List<SimilarUserResponse> items,

            @Schema(description = "Give it as `after` for the next page; left out on the last", examples = "50")
            @Nullable
            Long next) {
        static Some of(Page<SimilarUser> page) {
            OptionalLong next = page.next();
            return new Some(
                    page.items().stream().map(SimilarUserResponse::of).toList(),
                    next.isPresent() ? next.getAsLong() : null);
        }
    }
}
