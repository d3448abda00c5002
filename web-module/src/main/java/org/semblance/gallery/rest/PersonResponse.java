package org.semblance.gallery.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.Cover;
import org.semblance.gallery.PersonSummary;
import org.semblance.gallery.PersonTraits;
import org.semblance.platform.Page;
import org.semblance.platform.rest.Tagged;

/** A person as callers see them. */
@Schema(name = "Person", description = "Somebody in a gallery")
public record PersonResponse(
        @Schema(examples = "1815") long id,

        @Schema(examples = "staff") String gallery,

        @Schema(description = "Left out while the person has none", examples = "Ada Lovelace") @Nullable
        String name,

        @Schema(description = "What your own system calls the person", examples = "hr-1815") @Nullable
        String externalId,

        @Schema(description = METADATA, examples = METADATA_EXAMPLE)
        Map<String, String> metadata,

        @Schema(description = "Whether it is somebody known to the public", examples = "false")
        boolean publicFigure,

        @Schema(description = "The user who the person is; left out while unclaimed", examples = USER_EXAMPLE) @Nullable
        UUID userId,

        @Schema(description = "How many faces there are", examples = "3")
        long faces,

        @Schema(
                description =
                        "The face whose picture stands for the person, for `GET /faces`; left out while there is none",
                examples = "90210")
        @Nullable
        Long coverFaceId,

        @Schema(
                description =
                        "Whether people chose that picture; else it is the best, as it is while the chosen face is "
                                + "somebody else's",
                examples = "true")
        boolean coverChosen,

        @Schema(
                description = "Whether a decision may name the person: enough faces are embedded by the model in use",
                examples = "true")
        boolean recognisable,

        Instant createdAt,

        @Schema(description = "When the person was deleted, of those who can still be brought back") @Nullable
        Instant deletedAt,

        @Schema(description = "Counts the changes of the person, faces aside", examples = "2")
        int version)
        implements Tagged {
    static final String METADATA = "What your own system wants to keep with the person: up to 50 texts of up to "
            + "1,000 characters, 16 KiB altogether; keys are 1 to 64 of a-z, 0-9, _ . and -";
    static final String METADATA_EXAMPLE = "{\"department\": \"engines\"}";
    static final String USER_EXAMPLE = "0198c5a1-7f2e-7a43-9c3b-5b0d3b1f6a10";

    static PersonResponse of(PersonSummary person) {
        PersonTraits traits = person.traits();
        Cover cover = person.cover();
        return new PersonResponse(
                person.id().value(),
                person.gallery().value(),
                traits.name(),
                traits.externalId(),
                traits.metadata().texts(),
                traits.publicFigure(),
                traits.userId(),
                person.faces(),
                cover == null ? null : cover.face().value(),
                cover != null && cover.isChosen(),
                person.isRecognisable(),
                person.createdAt(),
                person.deletedAt(),
                person.version());
    }

    @Override
    public String entityTag() {
        return version + "-" + faces + (recognisable ? "-r" : "") + (coverFaceId == null ? "" : "-" + coverFaceId);
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
