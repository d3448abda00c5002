package org.semblance.gallery.rest;

import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.Decision;
import org.semblance.gallery.Identified;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.SearchResult;
import org.semblance.identity.Rounded;
import org.semblance.storage.SignedUrls;
import org.semblance.vision.DetectedFace;
import org.semblance.vision.rest.FaceBody;

/** Whose faces a photo shows. */
@Schema(name = "SearchResult", description = "Every face of the photo with what is believed of it")
public record SearchResponse(
        FaceBody.Size image,

        @Schema(description = "The model that compared the faces", examples = "starter/embedder")
        String model,

        List<Face> faces) {

    static SearchResponse of(SearchResult result, boolean explain, SignedUrls urls) {
        return new SearchResponse(
                FaceBody.Size.of(result.size()),
                result.model().value(),
                result.faces().stream()
                        .map(face -> Face.of(face, explain, urls))
                        .toList());
    }

    /** One face of the photo. */
    @Schema(name = "SearchedFace", description = "One face of the photo, the decision about it, and who it may be")
    public record Face(
            FaceBody.Rectangle box,
            List<List<Double>> landmarks,
            double confidence,
            FaceBody.Fitness quality,
            Verdict decision,

            @Schema(description = "The persons whose similarity reaches the threshold, the most similar first")
            List<Candidate> candidates,

            @Schema(description = "Where `explain` asks for it") @Nullable
            PlanBody plan) {

        static Face of(SearchResult.RecognizedFace recognized, boolean explain, SignedUrls urls) {
            DetectedFace detected = recognized.face().detected();
            return new Face(
                    FaceBody.Rectangle.of(detected.box()),
                    FaceBody.landmarks(detected.landmarks()),
                    FaceBody.confidence(detected),
                    FaceBody.Fitness.of(recognized.face().quality()),
                    Verdict.of(recognized.decision()),
                    recognized.candidates().stream()
                            .map(candidate -> Candidate.of(candidate, urls))
                            .toList(),
                    explain ? PlanBody.of(recognized.identified().plan()) : null);
        }
    }

    /** What is believed of a face, and why. */
    @Schema(name = "Decision", description = "What is believed of a face, and why")
    public record Verdict(
            @Schema(
                    description = "`matched`: one person, clearly; `ambiguous`: several are similar enough and too "
                            + "close to each other; `unknown`: nobody is similar enough",
                    enumeration = {"matched", "ambiguous", "unknown"},
                    examples = "matched")
            String outcome,

            @Schema(
                    description =
                            "Why: `clear`, `too-close`, `below-threshold`, `nobody-enrolled`, or `too-few-faces`: "
                                    + "the best person has fewer faces than the gallery asks for",
                    enumeration = {"clear", "too-close", "below-threshold", "nobody-enrolled", "too-few-faces"},
                    examples = "clear")
            String reason,

            @Schema(description = "Who it is, when matched", examples = "1815") @Nullable
            Long personId,

            @Schema(description = "Similarity to the best person, -1 to 1", examples = "0.7342") @Nullable
            Double score,

            @Schema(description = "Similarity to the second best person", examples = "0.2117") @Nullable
            Double runnerUp,

            @Schema(description = "The score that a match needs", examples = "0.42")
            double threshold,

            @Schema(description = "How far the best must be ahead of the next", examples = "0.05")
            double margin,

            @Schema(description = "The model that compared", examples = "starter/embedder")
            String model) {

        static Verdict of(Decision decision) {
            PersonId person = decision.person();
            return new Verdict(
                    decision.outcome().name().toLowerCase(Locale.ROOT),
                    decision.reason().code(),
                    person == null ? null : person.value(),
                    Rounded.similarityOrNull(decision.score()),
                    Rounded.similarityOrNull(decision.runnerUp()),
                    Rounded.score(decision.rule().threshold()),
                    Rounded.score(decision.rule().margin()),
                    decision.model().value());
        }
    }

    /** Somebody who may be meant. */
    @Schema(name = "Candidate", description = "A person who may be meant, by their most similar face")
    public record Candidate(
            Named person,

            @Schema(description = "The most similar face of the person", examples = "90210")
            long faceId,

            @Schema(description = "-1 to 1; compares only with numbers of the same model", examples = "0.7342")
            double similarity,

            @Schema(
                    description = "Address of the cropped face, open to whoever holds it, for a short while",
                    examples = "/files/persons/1815/aligned/6f1c.png?exp=1767225600&sig=Jk3v")
            @Nullable
            String cropUrl) {

        static Candidate of(Identified.Candidate candidate, SignedUrls urls) {
            var crop = candidate.crop();
            return new Candidate(
                    new Named(candidate.person().value(), candidate.name()),
                    candidate.face().value(),
                    Rounded.similarity(candidate.similarity()),
                    crop == null ? null : urls.sign(crop));
        }
    }

    /** A person by id and name. */
    @Schema(name = "PersonName", description = "A person by id and name")
    public record Named(
            @Schema(examples = "1815") long id,

            @Schema(description = "Left out while the person has none", examples = "Ada Lovelace") @Nullable
            String name) {}
}
