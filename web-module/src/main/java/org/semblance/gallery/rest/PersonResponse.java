package org.semblance.gallery.rest;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.PersonSummary;
import org.semblance.platform.Page;

/** A person as callers see them. */
@Schema(name = "Person", description = "Somebody in a gallery")
public record PersonResponse(
        @Schema(examples = "1815") long id,

        @Schema(description = "Left out while the person has none", examples = "Ada Lovelace") @Nullable
        String name,

        @Schema(description = "What your own system calls the person", examples = "hr-1815") @Nullable
        String externalId,

        @Schema(description = "How many faces are enrolled", examples = "3")
        long faces,

        Instant createdAt) {

    static PersonResponse of(PersonSummary person) {
        return new PersonResponse(
                person.id().value(), person.name(), person.externalId(), person.faces(), person.createdAt());
    }

    /** Some of many. */
    @Schema(name = "PersonPage", description = "Some persons, in the order of ids")
    public record Some(
            List<PersonResponse> items,

            @Schema(description = "Give it as `after` for the next page; left out on the last", examples = "1815")
            @Nullable
            Long next) {
        static Some of(Page<PersonSummary> page) {
            OptionalLong next = page.next();
            return new Some(
                    page.items().stream().map(PersonResponse::of).toList(), next.isPresent() ? next.getAsLong() : null);
        }
    }
}
