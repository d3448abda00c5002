package org.semblance.gallery;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.Json;

/**
 * How persons and faces were before a change, to be restored by its undoing.
 *
 * @param person what was known of the one who was kept
 * @param other what was known of the other
 * @param assignedBy the faces by who had said whose they are
 * @param isEmptied whether the other went because no face was left
 */
record BeforeChange(
        @Nullable PersonTraits person,
        @Nullable PersonTraits other,
        Map<AssignedBy, List<Long>> assignedBy,
        boolean isEmptied) {
    private static final String PERSON = "person";
    private static final String OTHER = "other";
    private static final String ASSIGNED_BY = "assigned_by";
    private static final String EMPTIED = "emptied";

    String json() {
        JsonObjectBuilder faces = Json.createObjectBuilder();
        assignedBy.forEach((by, ids) -> {
            JsonArrayBuilder array = Json.createArrayBuilder();
            ids.forEach(array::add);
            faces.add(by.code(), array);
        });
        JsonObjectBuilder object =
                Json.createObjectBuilder().add(ASSIGNED_BY, faces).add(EMPTIED, isEmptied);
        if (person != null) {
            object.add(PERSON, json(person));
        }
        if (other != null) {
            object.add(OTHER, json(other));
        }
        return object.build().toString();
    }

    static BeforeChange ofJson(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            var faces = new EnumMap<AssignedBy, List<Long>>(AssignedBy.class);
            object.getJsonObject(ASSIGNED_BY)
                    .forEach((by, ids) -> faces.put(
                            AssignedBy.of(by),
                            new ArrayList<>(ids.asJsonArray().getValuesAs(JsonNumber.class).stream()
                                    .map(JsonNumber::longValue)
                                    .toList())));
            return new BeforeChange(
                    traits(object.getJsonObject(PERSON)),
                    traits(object.getJsonObject(OTHER)),
                    faces,
                    object.getBoolean(EMPTIED));
        }
    }

    private static JsonObjectBuilder json(PersonTraits traits) {
        JsonObjectBuilder object = Json.createObjectBuilder()
                .add(
                        "metadata",
                        Json.createObjectBuilder(Map.copyOf(traits.metadata().texts())))
                .add("public_figure", traits.publicFigure());
        add(object, "name", traits.name());
        add(object, "external_id", traits.externalId());
        add(object, "user_id", traits.userId());
        return object;
    }

    private static void add(JsonObjectBuilder object, String field, @Nullable Object value) {
        if (value != null) {
            object.add(field, value.toString());
        }
    }

    private static @Nullable PersonTraits traits(@Nullable JsonObject object) {
        if (object == null) {
            return null;
        }
        String user = object.getString("user_id", null);
        return new PersonTraits(
                object.getString("name", null),
                object.getString("external_id", null),
                Metadata.of(object.getJsonObject("metadata")),
                object.getBoolean("public_figure"),
                user == null ? null : UUID.fromString(user));
    }
}
