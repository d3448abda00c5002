package org.semblance.audit.rest;

import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.semblance.audit.AuditEntry;
import org.semblance.platform.CsvLine;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.rest.JsonConfiguration;

/** The forms in which the trail is carried away. */
enum AuditFormat {
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
            return JsonConfiguration.toJson(AuditEntryResponse.of(entry)) + "\n";
        }
    };

    private final String mediaType;

    AuditFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    static AuditFormat of(String name) {
        return Arrays.stream(values())
                .filter(format -> format.code().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("format", "format is csv or jsonl"));
    }

    abstract String head();

    abstract String entry(AuditEntry entry);

    String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    MediaType mediaType() {
        return MediaType.valueOf(mediaType);
    }
}
