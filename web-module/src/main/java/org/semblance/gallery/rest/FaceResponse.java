package org.semblance.gallery.rest;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.FaceSummary;
import org.semblance.gallery.PersonId;
import org.semblance.identity.Rounded;
import org.semblance.platform.Page;
import org.semblance.storage.SignedUrls;
import org.semblance.vision.rest.FaceBody;

/** A stored face as callers see it. */
@Schema(name = "EnrolledFace", description = "A stored face")
public record FaceResponse(
        @Schema(examples = "90210") long id,

        @Schema(description = "Whose face it is; left out while nobody knows", examples = "1815") @Nullable
        Long personId,

        @Schema(
                description = "Who says whose it is; what `people` say is never overruled",
                enumeration = {"people", "decision", "cluster", "learned"},
                examples = "people")
        String assignedBy,

        FaceBody.Rectangle box,

        @Schema(description = "How sure the detector was, 0 to 1", examples = "0.9321")
        double confidence,

        @Schema(description = "How well the face can be recognised, 0 to 1", examples = "0.8312")
        double quality,

        @Schema(
                description = "Address of the cropped face, open to whoever holds it, for a short while",
                examples = "/files/persons/1815/aligned/6f1c.png?exp=1767225600&sig=Jk3v")
        String cropUrl,

        Instant createdAt) {

    static FaceResponse of(FaceSummary face, SignedUrls urls) {
        PersonId person = face.person();
        return new FaceResponse(
                face.id().value(),
                person == null ? null : person.value(),
                face.assignedBy().code(),
                FaceBody.Rectangle.of(face.box()),
                Rounded.score(face.confidence()),
                Rounded.score(face.quality()),
                urls.sign(face.crop()),
                face.createdAt());
    }

    /** Some of many. */
    @Schema(name = "FacePage", description = "Some faces, in the order of ids")
    public record Some(
            List<FaceResponse> items,

            @Schema(description = "Give it as `after` for the next page; left out on the last", examples = "90210")
            @Nullable
            Long next) {
        static Some of(Page<FaceSummary> page, SignedUrls urls) {
            OptionalLong next = page.next();
            return new Some(
                    page.items().stream()
                            .map(face -> FaceResponse.of(face, urls))
                            .toList(),
                    next.isPresent() ? next.getAsLong() : null);
        }
    }

    /** Those of the faces asked for that there are, and which are missing. */
    @Schema(name = "FoundFaces", description = "The faces that there are, and which of those asked for there are not")
    public record Found(
            List<FaceResponse> items,

            @Schema(description = "Ids of no face", examples = "[90211]")
            List<Long> notFound) {
        static Found of(List<FaceId> asked, List<FaceSummary> found, SignedUrls urls) {
            Set<FaceId> there = found.stream().map(FaceSummary::id).collect(Collectors.toSet());
            return new Found(
                    found.stream().map(face -> FaceResponse.of(face, urls)).toList(),
                    asked.stream()
                            .filter(id -> !there.contains(id))
                            .map(FaceId::value)
                            .toList());
        }
    }
}
