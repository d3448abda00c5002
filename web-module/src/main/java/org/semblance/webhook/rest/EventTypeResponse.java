package org.semblance.webhook.rest;

import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.semblance.announcement.AnnouncementType;
import org.semblance.platform.Json;

/** A type of event that can be subscribed to. */
@Schema(name = "WebhookEventType", description = "A type of event that can be subscribed to")
public record EventTypeResponse(
        @Schema(examples = "person.merged") String name,

        @Schema(examples = "A person, `merged`, became one with another, `person`, who has their faces now")
        String description,

        @Schema(
                description = "What `data` of such an event looks like",
                type = SchemaType.OBJECT,
                implementation = Object.class,
                examples = "{\"person\": 4711, \"merged\": 4712, \"change\": 9}")
        JsonObject example) {

    static EventTypeResponse of(AnnouncementType type) {
        try (var reader = Json.createReader(new StringReader(type.example()))) {
            return new EventTypeResponse(type.name(), type.description(), reader.readObject());
        }
    }

    /** The catalogue. */
    @Schema(name = "WebhookEventTypes", description = "Every type of event, in the order of names")
    public record All(List<EventTypeResponse> items) {
        static All of(List<AnnouncementType> types) {
            return new All(types.stream().map(EventTypeResponse::of).toList());
        }
    }
}
