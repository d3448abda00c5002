package org.semblance.gallery.rest;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.PersonChange;
import org.semblance.gallery.PersonId;
import org.semblance.platform.Page;

/** A merge, split or move as callers see it. */
@Schema(name = "PersonChange", description = "Faces changed hands because somebody said so")
public record PersonChangeResponse(
        @Schema(examples = "77") long id,

        @Schema(
                enumeration = {"merge", "split", "move"},
                examples = "merge")
        String kind,

        @Schema(
                description = "Who was kept: the survivor of a merge, the rest of a split, the target of a move; left "
                        + "out when the faces went to nobody",
                examples = "1815")
        @Nullable
        Long person,

        @Schema(
                description = "Who was merged away, split off, or robbed of faces; left out when they were nobody's",
                examples = "1816")
        @Nullable
        Long other,

        @Schema(description = "The faces that changed hands", examples = "[90210]")
        List<Long> faces,

        @Schema(description = "Who did it", examples = "anna")
        String actor,

        Instant changedAt,

        @Schema(description = "Who undid it; left out while it stands", examples = "anna") @Nullable
        String undoneBy,

        @Nullable Instant undoneAt) {

    static PersonChangeResponse of(PersonChange change) {
        return new PersonChangeResponse(
                change.id().value(),
                change.kind().code(),
                number(change.person()),
                number(change.other()),
                change.faces().stream().map(FaceId::value).toList(),
                change.actor(),
                change.changedAt(),
                change.undoneBy(),
                change.undoneAt());
    }

    private static @Nullable Long number(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }

    /** Some of many. */
    @Schema(name = "PersonChangePage", description = "Some changes, the first first")
    public record Some(
            List<PersonChangeResponse> items,

            @Schema(description = "Give it as `after` for the next page; left out on the last", examples = "77")
            @Nullable
            Long next) {
        static Some of(Page<PersonChange> page) {
            OptionalLong next = page.next();
            return new Some(
                    page.items().stream().map(PersonChangeResponse::of).toList(),
                    next.isPresent() ? next.getAsLong() : null);
        }
    }
}
