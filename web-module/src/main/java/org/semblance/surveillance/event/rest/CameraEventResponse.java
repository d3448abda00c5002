package org.semblance.surveillance.event.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.surveillance.event.EventPage;
import org.semblance.surveillance.event.EventRows;
import org.semblance.surveillance.event.RecordedCameraEvent;

/** Something that happened to a camera, as callers see it. */
@Schema(name = "CameraEvent", description = "Something that happened to a camera rather than before it")
public record CameraEventResponse(
        @Schema(examples = RecognitionResponse.EXAMPLE_ID) UUID id,

        Instant at,

        CameraReference camera,

        @Schema(
                enumeration = {
                    "created",
                    "changed",
                    "enabled",
                    "disabled",
                    "removed",
                    "online",
                    "offline",
                    "frame-corrupt",
                    "clock-skewed",
                    "source-failed",
                    "source-restored"
                },
                examples = "offline")
        String type,

        @Schema(description = "Further facts: numbers, codes and times", examples = "{\"silent_seconds\": \"90\"}")
        Map<String, String> details,

        @Schema(description = "When it was written") Instant recordedAt) {

    static CameraEventResponse of(RecordedCameraEvent recorded) {
        return new CameraEventResponse(
                recorded.id(),
                recorded.at(),
                CameraReference.of(recorded.camera()),
                EventRows.code(recorded.event().type()),
                recorded.event().details(),
                recorded.recordedAt());
    }

    /** Some of many. */
    @Schema(name = "CameraEventPage", description = "Some events of cameras, the newest first")
    public record Some(
            List<CameraEventResponse> items,

            @Schema(
                    description = "Give it as `after` for the next page; left out on the last",
                    examples = RecognitionResponse.EXAMPLE_ID)
            @Nullable
            UUID next) {
        static Some of(EventPage<RecordedCameraEvent> page) {
            return new Some(
                    page.items().stream().map(CameraEventResponse::of).toList(),
                    page.next().orElse(null));
        }
    }
}
