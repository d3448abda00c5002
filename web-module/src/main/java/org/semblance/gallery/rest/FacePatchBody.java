package org.semblance.gallery.rest;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.PersonId;
import org.semblance.platform.InvalidInputException;

/** Describes whose a face shall be, and reads it. */
@Schema(name = "FacePatch", description = "Whose the face is")
public record FacePatchBody(
        @Schema(description = "The person, of the same gallery; null for nobody", nullable = true, examples = "1815")
        @Nullable
        Long person) {
    private static final String PERSON = "person";

    static @Nullable PersonId read(JsonObject patch) {
        JsonValue person = patch.get(PERSON);
        if (person == null || patch.size() != 1) {
            throw new InvalidInputException(PERSON, "Say whose the face is: {\"person\": id}, or null for nobody");
        }
        if (person == JsonValue.NULL) {
            return null;
        }
        if (person instanceof JsonNumber number && number.isIntegral()) {
            return new PersonId(number.longValue());
        }
        throw new InvalidInputException(PERSON, "person is the id of a person, or null");
    }
}
