package org.semblance.surveillance.unknown.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.FaceId;
import org.semblance.surveillance.review.Enrolled;
import org.semblance.surveillance.review.Outcome;
import org.semblance.surveillance.review.Refusal;
import org.semblance.surveillance.unknown.StrangerId;

/** What was decided. */
@Schema(name = "ReviewOutcome", description = "To which faces and strangers it was done, and why not to the others")
public record ReviewResponse(
        @Schema(description = "Faces to which it was done, or had been done before", examples = "[90210]")
        List<Long> faces,

        @Schema(description = "Strangers who were decided about as a whole", examples = "[77]")
        List<Long> strangers,

        List<Refused> refused) {

    static ReviewResponse of(Outcome outcome) {
        return new ReviewResponse(faces(outcome), strangers(outcome), refused(outcome));
    }

    private static List<Long> faces(Outcome outcome) {
        return outcome.faces().stream().map(FaceId::value).toList();
    }

    private static List<Long> strangers(Outcome outcome) {
        return outcome.strangers().stream().map(StrangerId::value).toList();
    }

    private static List<Refused> refused(Outcome outcome) {
        return outcome.refused().stream().map(Refused::of).toList();
    }

    /** One of the targets. */
    @Schema(name = "ReviewRefusal", description = "A face or a stranger to which it was not done")
    public record Refused(
            @Schema(examples = "90214") @Nullable Long face,
            @Schema(examples = "78") @Nullable Long stranger,

            @Schema(description = "Stable code of the problem", examples = "unknown-face-decided")
            String code,

            @Schema(
                    description = "What keeps it from being done",
                    examples = "The face 90214 is dismissed already, by grace at 2026-11-21T17:45:00Z; look at it "
                            + "again before you decide otherwise")
            String detail) {
        static Refused of(Refusal refusal) {
            var face = refusal.face();
            var stranger = refusal.stranger();
            return new Refused(
                    face == null ? null : face.value(),
                    stranger == null ? null : stranger.value(),
                    refusal.problem().code(),
                    refusal.problem().getMessage());
        }
    }

    /** With who has the faces now. */
    @Schema(name = "EnrolmentOutcome", description = "Who has which faces now, and why not the others")
    public record OfPerson(
            @Schema(description = "Faces that are the person's now", examples = "[90210]")
            List<Long> faces,

            @Schema(description = "Strangers who were decided about as a whole", examples = "[77]")
            List<Long> strangers,

            List<Refused> refused,

            @Schema(description = "The person", examples = "1815")
            long person,

            @Schema(
                    description =
                            "Whether a decision may name the person: enough faces are embedded by the model in use",
                    examples = "false")
            boolean recognisable,

            @Schema(description = "How many more faces that takes", examples = "1")
            long missingFaces) {
        static OfPerson of(Enrolled enrolled) {
            Outcome outcome = enrolled.outcome();
            return new OfPerson(
                    ReviewResponse.faces(outcome),
                    ReviewResponse.strangers(outcome),
                    ReviewResponse.refused(outcome),
                    enrolled.person().id().value(),
                    enrolled.person().isRecognisable(),
                    enrolled.missingFaces());
        }
    }
}
