package org.semblance.privacy.rest;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.Page;
import org.semblance.privacy.Consent;

/** What a person said, as callers see it. */
@Schema(name = "Consent", description = "What a person agreed to or took back; the last word about a purpose counts")
public record ConsentResponse(
        @Schema(examples = "12") long id,

        @Schema(description = "By which id the person went when it was recorded", examples = "1815")
        long person,

        @Schema(examples = "recognition") String purpose,

        @Schema(
                enumeration = {"granted", "withdrawn"},
                examples = "granted")
        String state,

        @Schema(examples = "2026-03") String textVersion,
        @Schema(examples = "de-AT") String locale,
        @Schema(examples = "paper") String channel,

        @Schema(examples = "HR archive, folder 1815") @Nullable
        String evidence,

        @Nullable String evidenceSha256,
        Instant saidAt,

        @Schema(description = "Who recorded it", examples = "anna")
        String recordedBy,

        Instant recordedAt) {

    static ConsentResponse of(Consent consent) {
        var said = consent.said();
        return new ConsentResponse(
                consent.id(),
                consent.person().value(),
                said.purpose(),
                said.state().code(),
                said.textVersion(),
                said.locale(),
                said.channel(),
                said.evidence().reference(),
                said.evidence().sha256(),
                consent.saidAt(),
                consent.recordedBy(),
                consent.recordedAt());
    }

    /** Some of many. */
    @Schema(name = "ConsentPage", description = "Some of what a person said, in the order of recording")
    public record Some(
            List<ConsentResponse> items,

            @Schema(description = "Since when nobody matches the person; left out while they are matched") @Nullable
            Instant suspendedAt,

            @Schema(description = "Give it as `after` for the next page; left out on the last", examples = "12")
            @Nullable
            Long next) {
        static Some of(Page<Consent> page, @Nullable Instant suspendedAt) {
            OptionalLong next = page.next();
            return new Some(
                    page.items().stream().map(ConsentResponse::of).toList(),
                    suspendedAt,
                    next.isPresent() ? next.getAsLong() : null);
        }
    }
}
