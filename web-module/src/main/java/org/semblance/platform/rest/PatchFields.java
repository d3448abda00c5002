package org.semblance.platform.rest;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.InvalidInputException;

/** The fields of a merge patch, each with what it was: what is left out stays, what is null goes. */
public record PatchFields(JsonObject fields) {

    /** Refuses fields of other names, which are mistakes. */
    public static PatchFields of(MergePatch patch, Set<String> names) {
        patch.fields().keySet().stream()
                .filter(field -> !names.contains(field))
                .findFirst()
                .ifPresent(field -> {
                    throw new InvalidInputException(field, "There is no field '" + field + "' here; see /docs/");
                });
        return new PatchFields(patch.fields());
    }

    public @Nullable String textOrNull(String name, @Nullable String old) {
        return read(name, old, value -> text(name, value));
    }

    public String text(String name, String old) {
        return required(name, textOrNull(name, old));
    }

    public @Nullable Long numberOrNull(String name, @Nullable Long old) {
        return read(name, old, value -> number(name, value));
    }

    public boolean truth(String name, boolean old) {
        return required(name, read(name, old, value -> truth(name, value)));
    }

    /** A list of texts, which replaces the old one. */
    public Set<String> texts(String name, Set<String> old) {
        return required(name, read(name, old, value -> texts(name, value)));
    }

    private <T> @Nullable T read(String name, @Nullable T old, Function<JsonValue, T> reader) {
        JsonValue value = fields.get(name);
        if (value == null) {
            return old;
        }
        return value == JsonValue.NULL ? null : reader.apply(value);
    }

    private static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw new InvalidInputException(name, name + " cannot be nothing");
        }
        return value;
    }

    private static String text(String name, JsonValue value) {
        if (value instanceof JsonString string) {
            return string.getString();
        }
        throw new InvalidInputException(name, name + " is a text");
    }

    private static Long number(String name, JsonValue value) {
        if (value instanceof JsonNumber number && number.isIntegral()) {
            return number.longValue();
        }
        throw new InvalidInputException(name, name + " is a whole number");
    }

    private static Boolean truth(String name, JsonValue value) {
        if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
            return value == JsonValue.TRUE;
        }
        throw new InvalidInputException(name, name + " is true or false");
    }

    private static Set<String> texts(String name, JsonValue value) {
        if (value instanceof jakarta.json.JsonArray array) {
            return array.stream()
                    .map(item -> text(name, item))
                    .collect(java.util.stream.Collectors.toCollection(java.util.TreeSet::new));
        }
        throw new InvalidInputException(name, name + " is a list of texts");
    }
}
