package org.semblance.privacy.rest;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.LegalHold;

/** A legal hold as callers see it. */
@Schema(name = "Hold", description = "An order to keep everything that is held of a person")
public record HoldResponse(
        @Schema(examples = "3") long id,
        @Schema(examples = "Case 2026/4711") String reason,

        @Schema(description = "When it ends by itself; left out when it does not") @Nullable
        Instant until,

        @Schema(description = "Who placed it", examples = "anna")
        String placedBy,

        Instant placedAt,

        @Schema(description = "Who released it; left out while nobody has", examples = "anna") @Nullable
        String releasedBy,

        @Nullable Instant releasedAt) {

    static HoldResponse of(LegalHold hold) {
        return new HoldResponse(
                hold.id().value(),
                hold.reason(),
                hold.until(),
                hold.placedBy(),
                hold.placedAt(),
                hold.releasedBy(),
                hold.releasedAt());
    }

    /** All of them: there are never many. */
    @Schema(name = "Holds", description = "Every hold that a person was ever under, in order")
    public record All(List<HoldResponse> items) {
        static All of(List<LegalHold> holds) {
            return new All(holds.stream().map(HoldResponse::of).toList());
        }
    }
}
