package org.semblance.privacy.erasure;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.util.Map;
import java.util.TreeMap;
import org.semblance.platform.Json;

/** Numbers of rows by table. */
final class CountsJson {
    private CountsJson() {}

    static String write(Map<String, Long> counts) {
        return object(counts).build().toString();
    }

    static JsonObjectBuilder object(Map<String, Long> counts) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        new TreeMap<>(counts).forEach(object::add);
        return object;
    }

    static Map<String, Long> read(String json) {
        var counts = new TreeMap<String, Long>();
        try (var reader = Json.createReader(new StringReader(json))) {
            reader.readObject().forEach((table, count) -> counts.put(table, ((JsonNumber) count).longValue()));
        }
        return counts;
    }
}
