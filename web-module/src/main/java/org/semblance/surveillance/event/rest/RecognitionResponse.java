package org.semblance.surveillance.event.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.Rounded;
import org.semblance.surveillance.event.EventPage;
import org.semblance.surveillance.event.EventRows;
import org.semblance.surveillance.event.RecognitionEvent;
import org.semblance.surveillance.event.RecordedRecognition;

/** Somebody who came into the sight of a camera, as callers see it. */
@Schema(
        name = "RecognitionEvent",
        description = "Somebody came into the sight of a camera: one event for each sighting")
public record RecognitionResponse(
        @Schema(examples = EXAMPLE_ID) UUID id,

        @Schema(description = "When the frame was taken, by the clock of the camera set right")
        Instant at,

        CameraReference camera,

        @Schema(description = "Where the face was looked for; left out where the gallery is gone", examples = "staff")
        @Nullable
        String gallery,

        @Schema(
                enumeration = {"matched", "ambiguous", "unknown", "rejected"},
                examples = "matched")
        String outcome,

        @Schema(description = "Code of the rule that decided", examples = "clear")
        String reason,

        @Schema(description = "Whom it shows; left out for nobody known, and for somebody who was erased") @Nullable
        PersonSeen person,

        @Schema(description = "The user who claims to be that person", examples = EXAMPLE_ID) @Nullable
        UUID userId,

        @Schema(description = "Whether that user was disabled; left out without one", examples = "false") @Nullable
        Boolean userDisabled,

        Scores scores,

        @Schema(description = "Which model compared the face", examples = "starter/1")
        String model,

        @Schema(examples = EXAMPLE_ID) UUID sightingId,

        @Schema(description = "What was decided at the door; left out where the camera watches none") @Nullable
        Access access,

        @Schema(
                description = "Whether it was kept on a disk while the database was away, and written later",
                examples = "false")
        boolean late,

        @Schema(description = "When it was written") Instant recordedAt) {
    static final String EXAMPLE_ID = "0198c5a1-7f2e-7a43-9c3b-5b0d3b1f6a10";

    /** Who it was, as they are known now. */
    @Schema(name = "EventPerson", description = "Who it was, as they are known now: of somebody merged, the survivor")
    public record PersonSeen(
            @Schema(examples = "4711") long id,

            @Schema(description = "Left out for somebody without one, or deleted", examples = "Ada Lovelace") @Nullable
            String name) {}

    /** The numbers that led to the outcome. */
    @Schema(
            name = "EventScores",
            description = "The numbers that led to the outcome. Similarities have two decimals for callers without the"
                    + " permission `score:exact`")
    public record Scores(
            @Schema(
                    description = "Similarity to the best person; left out without anybody to compare with",
                    examples = "0.83")
            @Nullable
            Double confidence,

            @Schema(description = "Similarity to the next person; left out without one", examples = "0.41") @Nullable
            Double runnerUp,

            @Schema(description = "Similarity that a match needed", examples = "0.5")
            double threshold,

            @Schema(description = "How far the best had to be ahead of the next", examples = "0.05")
            double margin,

            @Schema(description = "Quality of the face, 0 unusable to 1 best", examples = "0.77")
            double quality,

            @Schema(
                    description = "Probability that the face was live; left out where the models cannot tell",
                    examples = "0.98")
            @Nullable
            Double liveness) {}

    /** What was decided at a door. */
    @Schema(name = "EventAccess", description = "What was decided at a door")
    public record Access(
            @Schema(examples = "main-door") String door,
            @Schema(examples = "true") boolean allowed,

            @Schema(description = "Code of why", examples = "rule")
            String reason) {}

    static RecognitionResponse of(RecordedRecognition recorded) {
        RecognitionEvent event = recorded.event();
        var verdict = event.matched();
        var person = recorded.person();
        var access = event.access();
        return new RecognitionResponse(
                event.id(),
                event.at(),
                CameraReference.of(recorded.camera()),
                recorded.gallery(),
                EventRows.code(verdict.outcome()),
                verdict.reason(),
                person == null ? null : new PersonSeen(person.id(), person.name()),
                verdict.user(),
                verdict.user() == null ? null : verdict.isDisabled(),
                scores(verdict),
                verdict.model(),
                event.sighting(),
                access == null ? null : new Access(access.door(), access.isAllowed(), access.reason()),
                event.isLate(),
                recorded.recordedAt());
    }

    private static Scores scores(RecognitionEvent.Verdict verdict) {
        return new Scores(
                Rounded.similarityOrNull(verdict.confidence()),
                Rounded.similarityOrNull(verdict.runnerUp()),
                Rounded.score(verdict.threshold()),
                Rounded.score(verdict.margin()),
                Rounded.score(verdict.quality()),
                Rounded.scoreOrNull(verdict.liveness()));
    }

    /** Some of many. */
    @Schema(name = "RecognitionEventPage", description = "Some recognitions, the newest first")
    public record Some(
            List<RecognitionResponse> items,

            @Schema(description = "Give it as `after` for the next page; left out on the last", examples = EXAMPLE_ID)
            @Nullable
            UUID next) {
        static Some of(EventPage<RecordedRecognition> page) {
            return new Some(
                    page.items().stream().map(RecognitionResponse::of).toList(),
                    page.next().orElse(null));
        }
    }
}
