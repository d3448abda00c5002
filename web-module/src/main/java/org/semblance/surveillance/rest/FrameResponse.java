package org.semblance.surveillance.rest;

import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.Rounded;
import org.semblance.surveillance.event.RecognitionEvent;
import org.semblance.surveillance.flow.FrameAnswer;
import org.semblance.vision.rest.FaceBody;

/** What was seen on a frame. */
@Schema(name = "Frame", description = "What was seen on a frame, and written down")
public record FrameResponse(
        @Schema(examples = "0198f0aa-7c1e-7b6e-8f3e-1f2a3b4c5d6e")
        String frame,

        FaceBody.Size size,
        List<Face> faces,

        @Schema(description = "Whether it is on the server's disk, because the database is away", examples = "false")
        boolean late) {

    static final String EXAMPLE = """
            {"frame": "0198f0aa-7c1e-7b6e-8f3e-1f2a3b4c5d6e", "size": {"width": 1280, "height": 720},
             "faces": [{"box": {"x": 412.5, "y": 96.25, "width": 118, "height": 151.75}, "outcome": "matched",
               "reason": "clear", "person": 4711, "name": "Ada", "disabled": false, "confidence": 0.74,
               "runner_up": 0.21, "threshold": 0.65, "margin": 0.05, "quality": 0.81, "model": "embedder-512-3",
               "sighting": "0198f0aa-7c20-7d11-9b0a-6a7b8c9d0e1f", "begins": true,
               "access": {"door": "main", "allowed": true, "reason": "allowed", "rule": 12}}],
             "late": false}
            """;

    static FrameResponse of(FrameAnswer answer) {
        return new FrameResponse(
                answer.frame().toString(),
                FaceBody.Size.of(answer.size()),
                answer.faces().stream().map(Face::of).toList(),
                answer.isLate());
    }

    /** One face of the frame. */
    @Schema(name = "SeenFace", description = "A face on a frame, and what is believed of it")
    public record Face(
            FaceBody.Rectangle box,

            @Schema(description = "`matched`, `ambiguous`, `unknown` or `rejected`", examples = "matched")
            String outcome,

            @Schema(
                    description = "Why: clear, too-close, nobody-enrolled, below-threshold, too-few-faces, "
                            + "face-quality-low, not-live",
                    examples = "clear")
            String reason,

            @Schema(description = "Whom it shows, when matched", examples = "4711") @Nullable
            Long person,

            @Schema(examples = "Ada") @Nullable String name,

            @Schema(
                    description = "The user who has claimed the person",
                    examples = "0198f0aa-0000-7000-8000-000000000001")
            @Nullable
            String user,

            @Schema(description = "Whether that user is disabled", examples = "false")
            boolean disabled,

            @Schema(description = "Similarity to the best person", examples = "0.74") @Nullable
            Double confidence,

            @Schema(description = "Similarity to the next one", examples = "0.21") @Nullable
            Double runnerUp,

            @Schema(description = "What a match needed", examples = "0.65")
            double threshold,

            @Schema(description = "How far it had to be ahead of the next", examples = "0.05")
            double margin,

            @Schema(description = "How well the face can be recognised", examples = "0.81")
            double quality,

            @Schema(description = "Probability that the face is live, where that was asked for", examples = "0.97")
            @Nullable
            Double liveness,

            @Schema(description = "Model that compared it", examples = "embedder-512-3")
            String model,

            @Schema(description = "The sighting that it belongs to", examples = "0198f0aa-7c20-7d11-9b0a-6a7b8c9d0e1f")
            String sighting,

            @Schema(description = "Whether the sighting began with this frame", examples = "true")
            boolean begins,

            @Schema(description = "What was decided at the door; missing where the camera watches none") @Nullable
            Access access) {

        static Face of(FrameAnswer.SeenFace face) {
            var verdict = face.verdict();
            var person = verdict.person();
            var user = verdict.user();
            return new Face(
                    FaceBody.Rectangle.of(face.box()),
                    verdict.outcome().name().toLowerCase(Locale.ROOT),
                    verdict.reason(),
                    person == null ? null : person.value(),
                    face.name(),
                    user == null ? null : user.toString(),
                    verdict.isDisabled(),
                    Rounded.similarityOrNull(verdict.confidence()),
                    Rounded.similarityOrNull(verdict.runnerUp()),
                    Rounded.score(verdict.threshold()),
                    Rounded.score(verdict.margin()),
                    Rounded.score(verdict.quality()),
                    Rounded.scoreOrNull(verdict.liveness()),
                    verdict.model(),
                    face.sighting().toString(),
                    face.isNew(),
                    Access.of(face.access()));
        }
    }

    /** What was decided at the door. */
    @Schema(name = "Access", description = "Whether a door opens")
    public record Access(
            @Schema(description = "Name of the door", examples = "main")
            String door,

            @Schema(examples = "true") boolean allowed,

            @Schema(description = "Why: allowed, user-disabled, not-recognised and others", examples = "allowed")
            String reason,

            @Schema(description = "Id of the access rule that decided, as far as one did", examples = "12") @Nullable
            Long rule) {

        static @Nullable Access of(RecognitionEvent.@Nullable AccessOutcome access) {
            return access == null
                    ? null
                    : new Access(access.door(), access.isAllowed(), access.reason(), access.rule());
        }
    }
}
