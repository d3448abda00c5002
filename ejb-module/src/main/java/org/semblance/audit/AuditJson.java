package org.semblance.audit;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.audit.AuditEvent.Change;
import org.semblance.platform.Json;

/** Details and changes as they are kept: numbers, texts of bounded length, truth values and nothing else. */
final class AuditJson {
    private static final int MAX_TEXT = 1000;

    private AuditJson() {}

    static String details(Map<String, Object> details) {
        var object = Json.createObjectBuilder();
        details.forEach((name, value) -> object.add(name, value(value)));
        return object.build().toString();
    }

    static String changes(Map<String, Change> changes) {
        var object = Json.createObjectBuilder();
        changes.forEach((field, change) -> object.add(field, change(change)));
        return object.build().toString();
    }

    private static JsonObject change(Change change) {
        if (!change.isSeen()) {
            return Json.createObjectBuilder().add("values", "not recorded").build();
        }
        return Json.createObjectBuilder()
                .add("before", value(change.before()))
                .add("after", value(change.after()))
                .build();
    }

    private static JsonValue value(@Nullable Object value) {
        if (value == null) {
            return JsonValue.NULL;
        }
        if (value instanceof Long || value instanceof Integer) {
            return Json.createValue(((Number) value).longValue());
        }
        if (value instanceof Number number) {
            return Json.createValue(number.doubleValue());
        }
        if (value instanceof Boolean truth) {
            return truth ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value.getClass().isArray()) {
            throw new IllegalArgumentException("Pictures, embeddings and keys are not written down");
        }
        String text = value.toString();
        return Json.createValue(text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) + "…" : text);
    }
}
