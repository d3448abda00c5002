package org.semblance.surveillance.event.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.surveillance.event.Recorded.SeenBy;

/** The camera of an event. */
@Schema(name = "EventCamera", description = "The camera of an event, as it is called now")
public record CameraReference(
        @Schema(examples = "7") long id,

        @Schema(description = "Left out where it is not known", examples = "main-entrance") @Nullable
        String name,

        @Schema(examples = "Main entrance") @Nullable String title) {
    static CameraReference of(SeenBy camera) {
        return new CameraReference(camera.id(), camera.name(), camera.title());
    }
}
