package org.semblance.audit;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.CsvLine;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.Json;

/** The forms in which the trail is carried away. */
public enum AuditFormat {
    CSV("text/csv;charset=UTF-8") {
        @Override
        String head() {
            return CsvLine.of(List.of(
                    "id",
                    "occurred_at",
                    "actor_kind",
                    "actor",
                    "permission",
                    "action",
                    "object_type",
                    "object_id",
                    "outcome",
                    "address",
                    "user_agent",
                    "request_id",
                    "details",
                    "changes"));
        }

        @Override
        String entry(AuditEntry entry) {
            return CsvLine.of(Stream.concat(
                            Stream.of(
                                    Long.toString(entry.id()),
                                    entry.occurredAt().toString()),
                            entry.values().stream())
                    .toList());
        }
    },
    JSONL("application/jsonl;charset=UTF-8") {
        @Override
        String head() {
            return "";
        }

        @Override
        String entry(AuditEntry entry) {
            return json(entry) + "\n";
        }
    };

    private final String mediaType;

    AuditFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public static AuditFormat of(String name) {
        return Arrays.stream(values())
                .filter(format -> format.code().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("format", "format is csv or jsonl"));
    }

    abstract String head();

    abstract String entry(AuditEntry entry);

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String mediaType() {
        return mediaType;
    }

    public String fileName() {
        return "audit." + code();
    }

    /** As the API tells an entry, on one line. */
    private static JsonObject json(AuditEntry entry) {
        var object = Json.createObjectBuilder()
                .add("action", entry.action())
                .add("actor", entry.actor().name())
                .add("actor_kind", entry.actor().kind().code());
        add(object, "address", entry.clientAddress());
        object.add("changes", object(entry.changes()))
                .add("details", object(entry.details()))
                .add("id", entry.id());
        add(object, "object_id", entry.subjectId());
        add(object, "object_type", entry.subjectType());
        object.add("occurred_at", entry.occurredAt().toString()).add("outcome", entry.outcome());
        add(object, "permission", entry.permission());
        add(object, "request_id", entry.requestId());
        add(object, "user_agent", entry.userAgent());
        return object.build();
    }

    private static void add(JsonObjectBuilder object, String name, @Nullable String value) {
        if (value != null) {
            object.add(name, value);
        }
    }

    private static JsonObject object(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
