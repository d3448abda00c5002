package org.semblance.webhook.rest;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.InvalidInputException;
import org.semblance.webhook.WebhookPatch;

/** Describes the change of a subscription as a JSON merge patch (RFC 7396), and reads it. */
@Schema(name = "WebhookPatch", description = "What to change: a field that is left out stays")
public record WebhookPatchBody(
        @Schema(maxLength = 200, examples = "Door controller") @Nullable
        String name,

        @Schema(maxLength = 2000, examples = WebhookResponse.URL_EXAMPLE) @Nullable
        String url,

        @Schema(examples = WebhookResponse.EVENT_TYPES_EXAMPLE) @Nullable
        List<String> eventTypes,

        @Schema(description = WebhookResponse.GALLERIES, nullable = true, examples = "[\"staff\"]") @Nullable
        List<String> galleries,

        @Schema(
                description = "false ends what is on its way, and nothing is kept until it is true again",
                examples = "true")
        @Nullable
        Boolean active) {
    private static final String GALLERIES = "galleries";
    private static final Set<String> FIELDS = Set.of("name", "url", "event_types", GALLERIES, "active");

    static WebhookPatch read(JsonObject patch) {
        patch.keySet().stream()
                .filter(field -> !FIELDS.contains(field))
                .findFirst()
                .ifPresent(field -> {
                    throw new InvalidInputException(field, "There is no field '" + field + "' here; see /docs/");
                });
        boolean isOfAll = patch.get(GALLERIES) == JsonValue.NULL;
        return new WebhookPatch(
                find(patch, "name").map(value -> text("name", value)),
                find(patch, "url").map(value -> text("url", value)),
                find(patch, "event_types").map(value -> texts("event_types", value)),
                isOfAll ? Optional.of(List.of()) : find(patch, GALLERIES).map(value -> texts(GALLERIES, value)),
                find(patch, "active").map(WebhookPatchBody::truth));
    }

    private static Optional<JsonValue> find(JsonObject patch, String field) {
        return Optional.ofNullable(patch.get(field));
    }

    private static String text(String field, JsonValue value) {
        if (value instanceof JsonString string) {
            return string.getString();
        }
        throw new InvalidInputException(field, field + " is a text");
    }

    private static List<String> texts(String field, JsonValue value) {
        if (value instanceof JsonArray array) {
            return array.stream().map(text -> text(field, text)).toList();
        }
        throw new InvalidInputException(field, field + " is a list of texts");
    }

    private static Boolean truth(JsonValue value) {
        if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
            return value == JsonValue.TRUE;
        }
        throw new InvalidInputException("active", "active is true or false");
    }
}
