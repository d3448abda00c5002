package org.semblance.surveillance.unknown.rest;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.Suggestion;
import org.semblance.identity.Rounded;
import org.semblance.platform.Page;
import org.semblance.storage.SignedUrls;
import org.semblance.surveillance.unknown.UnknownFace;

/** An unknown face as callers see it. */
@Schema(name = "UnknownFace", description = "The best face of a sighting of somebody whom nobody knew")
public record UnknownFaceResponse(
        @Schema(examples = "90210") long id,
        @Schema(examples = "staff") String gallery,

        @Schema(description = "Camera that saw it", examples = "front-door")
        String camera,

        @Schema(description = "Whose other faces it looks like", examples = "77")
        long stranger,

        @Schema(description = "How often the stranger was seen", examples = "3")
        int sightings,

        @Schema(description = "Whether that is at least twice", examples = "true")
        boolean recurring,

        @Schema(description = "Sighting that it is of", examples = "0198c5a1-7f2e-7a43-9c3b-5b0d3b1f6a10")
        UUID sighting,

        Instant seenAt,

        @Schema(description = "How well the face can be recognised, 0 to 1", examples = "0.7312")
        double quality,

        @Schema(
                description = "Address of the cropped face, open to whoever holds it, for a short while",
                examples = "/files/images/unknown/2026-11-21/front-door_174501.png?exp=1767225600&sig=Jk3v")
        String cropUrl,

        @Schema(
                description = "What became of it",
                enumeration = {"new", "assigned", "enrolled", "dismissed"},
                examples = "new")
        String state,

        @Schema(description = "Whose it is by now; left out while nobody knows", examples = "1815") @Nullable
        Long personId,

        @Schema(description = "Whom it looks like by now; left out for nobody, and once it is decided") @Nullable
        LooksLike suggestion,

        @Schema(description = "Left out while nobody has", examples = "grace") @Nullable
        String decidedBy,

        @Nullable Instant decidedAt) {

    static UnknownFaceResponse of(UnknownFace face, SignedUrls urls) {
        var person = face.person();
        var suggestion = face.suggestion();
        return new UnknownFaceResponse(
                face.id().value(),
                face.gallery().value(),
                face.camera().value(),
                face.stranger().value(),
                face.sightings(),
                face.isRecurring(),
                face.sighting(),
                face.seenAt(),
                Rounded.score(face.quality()),
                urls.sign(face.crop()),
                face.state().code(),
                person == null ? null : person.value(),
                suggestion == null ? null : LooksLike.of(suggestion),
                face.decidedBy(),
                face.decidedAt());
    }

    /** A person. */
    @Schema(name = "LooksLike", description = "Somebody whom a face looks like, for people to judge")
    public record LooksLike(
            @Schema(examples = "1815") long personId,

            @Schema(description = "Left out while the person has none", examples = "Ada Lovelace") @Nullable
            String name,

            @Schema(description = "Cosine similarity to the nearest of their faces", examples = "0.71")
            double similarity) {
        static LooksLike of(Suggestion suggestion) {
            return new LooksLike(
                    suggestion.person().value(), suggestion.name(), Rounded.similarity(suggestion.similarity()));
        }
    }

    /** Some of many. */
    @Schema(name = "UnknownFacePage", description = "Some unknown faces, the newest first")
    public record Some(
            List<UnknownFaceResponse> items,

            @Schema(description = "Give it as `before` for the next page; left out on the last", examples = "90210")
            @Nullable
            Long next) {
        static Some of(Page<UnknownFace> page, SignedUrls urls) {
            OptionalLong next = page.next();
            return new Some(
                    page.items().stream()
                            .map(face -> UnknownFaceResponse.of(face, urls))
                            .toList(),
                    next.isPresent() ? next.getAsLong() : null);
        }
    }
}
