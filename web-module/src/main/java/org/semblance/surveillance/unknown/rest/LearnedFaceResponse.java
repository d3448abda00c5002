package org.semblance.surveillance.unknown.rest;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.Rounded;
import org.semblance.platform.Page;
import org.semblance.storage.SignedUrls;
import org.semblance.surveillance.learning.Forgotten;
import org.semblance.surveillance.learning.LearnedFace;

/** A learned face as callers see it. */
@Schema(name = "LearnedFace", description = "A face that a camera added to a person, and why")
public record LearnedFaceResponse(
        @Schema(description = "Id of the face; `DELETE /faces/{face}` removes it alone", examples = "90310")
        long id,

        @Schema(description = "Camera that saw it", examples = "front-door")
        String camera,

        @Schema(
                description = "Recognition event that it was learned from",
                examples = "0198c5a1-7f2e-7a43-9c3b-5b0d3b1f6a10")
        UUID event,

        @Schema(description = "Similarity by which the person was recognised", examples = "0.81")
        double confidence,

        @Schema(description = "Similarity to the nearest of the faces that no camera had added", examples = "0.79")
        double given,

        @Schema(description = "Similarity to the next person; left out when there was none", examples = "0.22")
        @Nullable
        Double runnerUp,

        @Schema(description = "Similarity that it took", examples = "0.55")
        double threshold,

        @Schema(description = "How well the face can be recognised, 0 to 1", examples = "0.8312")
        double quality,

        @Schema(description = "Probability that it was live; left out where the pack cannot tell", examples = "0.97")
        @Nullable
        Double liveness,

        @Schema(examples = "starter/embedder_512") String model,

        Instant learnedAt,

        @Schema(
                description = "Address of the cropped face, open to whoever holds it, for a short while",
                examples = "/files/persons/1815/aligned/6f1c.png?exp=1767225600&sig=Jk3v")
        String cropUrl) {

    static LearnedFaceResponse of(LearnedFace face, SignedUrls urls) {
        return new LearnedFaceResponse(
                face.id().value(),
                face.camera().value(),
                face.event(),
                Rounded.similarity(face.confidence()),
                Rounded.similarity(face.given()),
                Rounded.similarityOrNull(face.runnerUp()),
                Rounded.score(face.threshold()),
                Rounded.score(face.quality()),
                Rounded.scoreOrNull(face.liveness()),
                face.model(),
                face.learnedAt(),
                urls.sign(face.crop()));
    }

    /** Some of many. */
    @Schema(name = "LearnedFacePage", description = "Some learned faces, in the order of ids")
    public record Some(
            List<LearnedFaceResponse> items,

            @Schema(description = "Give it as `after` for the next page; left out on the last", examples = "90310")
            @Nullable
            Long next) {
        static Some of(Page<LearnedFace> page, SignedUrls urls) {
            OptionalLong next = page.next();
            return new Some(
                    page.items().stream()
                            .map(face -> LearnedFaceResponse.of(face, urls))
                            .toList(),
                    next.isPresent() ? next.getAsLong() : null);
        }
    }

    /** What was taken back. */
    @Schema(name = "ForgottenFaces", description = "How many learned faces were removed")
    public record Removed(
            @Schema(examples = "12") int removed,

            @Schema(description = "Faces that stay, because their persons are under a legal hold", examples = "0")
            long held) {
        static Removed of(Forgotten forgotten) {
            return new Removed(forgotten.faces(), forgotten.held());
        }
    }
}
