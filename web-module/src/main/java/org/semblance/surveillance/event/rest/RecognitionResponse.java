package org.semblance.surveillance.event.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.Rounded;
import org.semblance.storage.SignedUrls;
import org.semblance.surveillance.event.EventPage;
import org.semblance.surveillance.event.EventRows;
import org.semblance.surveillance.event.RecognitionEvent;
import org.semblance.surveillance.event.RecordedRecognition;
import org.semblance.surveillance.flow.SightingSummary;

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

        @Schema(description = "How that went on; left out in streams and exports, and once it is removed") @Nullable
        Sight sighting,

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

    /** Somebody before a camera, from the event on. */
    @Schema(name = "Sighting", description = "Somebody before a camera, from the event on")
    public record Sight(
            @Schema(description = "When the last frame was taken, some seconds late")
            Instant lastSeenAt,

            @Schema(description = "Frames that show them", examples = "14")
            int frames,

            @Schema(
                    description = "Address of their best picture, open to whoever holds it, for a short while; left"
                            + " out once that is removed",
                    examples =
                            "/files/images/sightings/2026-11-21/front-door_174501-120-5b0d.png?exp=1767225600&sig=Jk3v")
            @Nullable
            String cropUrl) {
        static Sight of(SightingSummary sighting, SignedUrls urls) {
            var picture = sighting.picture();
            return new Sight(sighting.lastSeen(), sighting.frames(), picture == null ? null : urls.sign(picture));
        }
    }

    /** What was decided at a door. */
    @Schema(name = "EventAccess", description = "What was decided at a door")
    public record Access(
            @Schema(examples = "main-door") String door,
            @Schema(examples = "true") boolean allowed,

            @Schema(description = "Code of why", examples = "allowed")
            String reason,

            @Schema(
                    description = "The access rule that decided, which may be gone; left out where none did",
                    examples = "12")
            @Nullable
            Long ruleId) {}

    static RecognitionResponse of(RecordedRecognition recorded) {
        return of(recorded, null);
    }

    static RecognitionResponse of(RecordedRecognition recorded, @Nullable Sight sighting) {
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
                sighting,
                access == null ? null : new Access(access.door(), access.isAllowed(), access.reason(), access.rule()),
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
        static Some of(EventPage<RecordedRecognition> page, Map<UUID, Sight> sightings) {
            return new Some(
                    page.items().stream()
                            .map(event -> RecognitionResponse.of(
                                    event, sightings.get(event.event().sighting())))
                            .toList(),
                    page.next().orElse(null));
        }
    }
}
