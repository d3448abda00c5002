package org.semblance.gallery;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.Json;

/** What a caller's system keeps with a person: texts by key, in the order of the keys. */
public record Metadata(Map<String, String> texts) {
    public static final int MAX_KEYS = 50;
    public static final int MAX_LENGTH = 1000;
    public static final Metadata NONE = new Metadata(Map.of());

    /** Room in the database for all of them as JSON. */
    private static final int MAX_BYTES = 16384;

    private static final String FIELD = "metadata";
    private static final Pattern KEY = Pattern.compile("[a-z0-9_.-]{1,64}");

    public Metadata {
        if (texts.size() > MAX_KEYS) {
            throw new InvalidInputException(FIELD, "metadata has at most " + MAX_KEYS + " keys, not " + texts.size());
        }
        texts.forEach(Metadata::check);
        texts = Collections.unmodifiableMap(new TreeMap<>(texts));
        if (texts.entrySet().stream().mapToInt(Metadata::bytes).sum() > MAX_BYTES) {
            throw new InvalidInputException(FIELD, "metadata takes at most 16 KiB altogether");
        }
    }

    private static void check(String key, String text) {
        if (!KEY.matcher(key).matches()) {
            throw new InvalidInputException(
                    FIELD + "." + key,
                    "A key of metadata is 1 to 64 lower-case letters, digits, underscores, dots and hyphens");
        }
        boolean isText = text.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t');
        if (text.length() > MAX_LENGTH || !isText) {
            throw new InvalidInputException(
                    FIELD + "." + key,
                    "A text of metadata has at most " + MAX_LENGTH + " characters, none of them a control character");
        }
    }

    /** What it takes as JSON: quotes, colon and comma, and a backslash before some characters. */
    private static int bytes(Map.Entry<String, String> entry) {
        String text = entry.getValue();
        long escaped =
                text.chars().filter(c -> c == '"' || c == '\\' || c < ' ').count();
        return entry.getKey().length() + text.getBytes(StandardCharsets.UTF_8).length + (int) escaped + 8;
    }

    /** These and those of another; where both have a key, this one's text stays. */
    public Metadata and(Metadata other) {
        var both = new TreeMap<>(other.texts);
        both.putAll(texts);
        return new Metadata(both);
    }

    /** Without what was added since, unless it has been changed after that. */
    Metadata withoutAdditions(Metadata before, Metadata added) {
        var left = new TreeMap<>(texts);
        added.texts.forEach((key, text) -> {
            if (!before.texts.containsKey(key)) {
                left.remove(key, text);
            }
        });
        return new Metadata(left);
    }

    public boolean isNone() {
        return texts.isEmpty();
    }

    String json() {
        JsonObjectBuilder object = Json.createObjectBuilder();
        texts.forEach(object::add);
        return object.build().toString();
    }

    static Metadata ofJson(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return of(reader.readObject());
        }
    }

    static Metadata of(JsonObject object) {
        var texts = new TreeMap<String, String>();
        object.forEach((key, value) -> texts.put(key, ((JsonString) value).getString()));
        return new Metadata(texts);
    }
}
