package org.semblance.surveillance.unknown.rest;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.Rounded;
import org.semblance.platform.Page;
import org.semblance.storage.SignedUrls;
import org.semblance.surveillance.unknown.Stranger;

/** A stranger as callers see them. */
@Schema(name = "Stranger", description = "Somebody whom nobody knows, or knew")
public record StrangerResponse(
        @Schema(description = "Stays when they are known", examples = "77")
        long id,

        @Schema(examples = "staff") String gallery,

        @Schema(description = "How often they were seen, pictures that are gone by now included", examples = "3")
        int sightings,

        @Schema(description = "Whether that is at least twice", examples = "true")
        boolean recurring,

        Instant firstSeen,
        Instant lastSeen,

        @Schema(description = "How many of their faces wait for a decision", examples = "2")
        long waiting,

        @Schema(
                description = "`dismissed`: later faces are counted, but do not come into the queue; `known`: no face "
                        + "waits any more, and at least one found a person",
                enumeration = {"open", "dismissed", "known"},
                examples = "open")
        String state,

        @Schema(description = "Who it is; left out while nobody knows, or once that person is gone", examples = "1815")
        @Nullable
        Long personId,

        @Schema(description = "Their face of the best quality; left out when none is left") @Nullable
        Best best,

        @Schema(description = "Left out while nobody has", examples = "grace") @Nullable
        String decidedBy,

        @Nullable Instant decidedAt) {

    static StrangerResponse of(Stranger stranger, SignedUrls urls) {
        var person = stranger.person();
        var best = stranger.best();
        return new StrangerResponse(
                stranger.id().value(),
                stranger.gallery().value(),
                stranger.sightings(),
                stranger.isRecurring(),
                stranger.firstSeen(),
                stranger.lastSeen(),
                stranger.waiting(),
                stranger.state().code(),
                person == null ? null : person.value(),
                best == null ? null : Best.of(best, urls),
                stranger.decidedBy(),
                stranger.decidedAt());
    }

    /** A face. */
    @Schema(name = "StrangerFace", description = "The face to show for a stranger")
    public record Best(
            @Schema(examples = "90210") long face,

            @Schema(description = "How well the face can be recognised, 0 to 1", examples = "0.7312")
            double quality,

            @Schema(
                    description = "Address of the cropped face, open to whoever holds it, for a short while",
                    examples = "/files/images/unknown/2026-11-21/front-door_174501.png?exp=1767225600&sig=Jk3v")
            String cropUrl) {
        static Best of(Stranger.Best best, SignedUrls urls) {
            return new Best(best.face().value(), Rounded.score(best.quality()), urls.sign(best.crop()));
        }
    }

    /** Some of many. */
    @Schema(name = "StrangerPage", description = "Some strangers, the newest first")
    public record Some(
            List<StrangerResponse> items,

            @Schema(description = "Give it as `before` for the next page; left out on the last", examples = "77")
            @Nullable
            Long next) {
        static Some of(Page<Stranger> page, SignedUrls urls) {
            OptionalLong next = page.next();
            return new Some(
                    page.items().stream()
                            .map(stranger -> StrangerResponse.of(stranger, urls))
                            .toList(),
                    next.isPresent() ? next.getAsLong() : null);
        }
    }
}
