package org.semblance.gallery.rest;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.PersonPatch;
import org.semblance.gallery.PersonPatch.Field;
import org.semblance.platform.InvalidInputException;

/** Describes the change of a person as a JSON merge patch (RFC 7396), and reads it. */
@Schema(
        name = "PersonPatch",
        description = "What to change: a field that is left out stays, one that is null goes. So it is with the keys "
                + "of metadata.")
public record PersonPatchBody(
        @Schema(maxLength = 200, nullable = true, examples = "Ada Lovelace") @Nullable
        String name,

        @Schema(maxLength = 200, nullable = true, examples = "hr-1815") @Nullable
        String externalId,

        @Schema(description = PersonResponse.METADATA, nullable = true, examples = PersonResponse.METADATA_EXAMPLE)
        @Nullable
        Map<String, String> metadata,

        @Schema(examples = "false") @Nullable Boolean publicFigure,

        @Schema(nullable = true, examples = PersonResponse.USER_EXAMPLE) @Nullable
        UUID userId,

        @Schema(
                description = "One of the person's faces, whose picture is to stand for them; null for their best",
                nullable = true,
                examples = "90210")
        @Nullable
        Long coverFaceId) {
    private static final String COVER = "cover_face_id";
    private static final Set<String> FIELDS =
            Set.of("name", "external_id", "metadata", "public_figure", "user_id", COVER);

    static PersonPatch read(JsonObject patch) {
        patch.keySet().stream()
                .filter(field -> !FIELDS.contains(field))
                .findFirst()
                .ifPresent(field -> {
                    throw new InvalidInputException(field, "There is no field '" + field + "' here; see /docs/");
                });
        return new PersonPatch(
                field(patch, "name", value -> text("name", value)),
                field(patch, "external_id", value -> text("external_id", value)),
                field(patch, "public_figure", PersonPatchBody::truth),
                field(patch, "user_id", PersonPatchBody::uuid),
                field(patch, COVER, PersonPatchBody::face),
                field(patch, "metadata", PersonPatchBody::texts));
    }

    private static <T> Field<T> field(JsonObject patch, String name, Function<JsonValue, T> reader) {
        JsonValue value = patch.get(name);
        if (value == null) {
            return Field.kept();
        }
        return Field.of(value == JsonValue.NULL ? null : reader.apply(value));
    }

    private static String text(String field, JsonValue value) {
        if (value instanceof JsonString string) {
            return string.getString();
        }
        throw new InvalidInputException(field, field + " is a text or null");
    }

    private static Boolean truth(JsonValue value) {
        if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
            return value == JsonValue.TRUE;
        }
        throw new InvalidInputException("public_figure", "public_figure is true or false");
    }

    private static UUID uuid(JsonValue value) {
        try {
            return UUID.fromString(text("user_id", value));
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException("user_id", "user_id is the UUID of a user, or null");
        }
    }

    private static FaceId face(JsonValue value) {
        try {
            if (value instanceof JsonNumber number) {
                return new FaceId(number.longValueExact());
            }
        } catch (ArithmeticException e) {
            throw new InvalidInputException(COVER, COVER + " is a whole number");
        }
        throw new InvalidInputException(COVER, COVER + " is the id of a face, or null");
    }

    private static Map<String, @Nullable String> texts(JsonValue value) {
        if (!(value instanceof JsonObject object)) {
            throw new InvalidInputException("metadata", "metadata is an object of texts, or null");
        }
        var texts = new HashMap<String, @Nullable String>();
        object.forEach((key, text) -> texts.put(key, text == JsonValue.NULL ? null : text("metadata." + key, text)));
        return texts;
    }
}
