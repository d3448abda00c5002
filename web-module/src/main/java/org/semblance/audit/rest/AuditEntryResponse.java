package org.semblance.audit.rest;

import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.audit.AuditEntry;
import org.semblance.platform.Json;
import org.semblance.platform.Page;

/** An entry of the audit trail as callers see it. */
@Schema(name = "AuditEntry", description = "Something that was done, or that somebody was refused")
public record AuditEntryResponse(
        @Schema(examples = "4711") long id,

        Instant occurredAt,

        @Schema(description = "Who did it", examples = "anna")
        String actor,

        @Schema(
                enumeration = {"user", "job", "system"},
                examples = "user")
        String actorKind,

        @Schema(
                description = "By which permission, or for want of which; left out where none was asked for",
                examples = "person:delete")
        @Nullable
        String permission,

        @Schema(examples = "person.deleted") String action,

        @Schema(examples = "person") @Nullable String objectType,

        @Schema(examples = "1815") @Nullable String objectId,

        @Schema(
                enumeration = {"success", "refused"},
                examples = "success")
        String outcome,

        @Schema(description = "Network address it came from", examples = "192.0.2.7") @Nullable
        String address,

        @Schema(description = "What the client called itself", examples = "curl/8.5.0") @Nullable
        String userAgent,

        @Schema(description = "Request it was part of", examples = "0198c5a1-7f2e-7a43-9c3b-5b0d3b1f6a10") @Nullable
        String requestId,

        @Schema(description = "Further facts", type = SchemaType.OBJECT)
        JsonObject details,

        @Schema(
                description = "Changed fields, each with the value before and after; a field whose values are personal "
                        + "or secret has `values` instead",
                type = SchemaType.OBJECT,
                examples = "{\"title\": {\"before\": \"Staff\", \"after\": \"All staff\"}}")
        JsonObject changes) {

    static AuditEntryResponse of(AuditEntry entry) {
        return new AuditEntryResponse(
                entry.id(),
                entry.occurredAt(),
                entry.actor().name(),
                entry.actor().kind().code(),
                entry.permission(),
                entry.action(),
                entry.subjectType(),
                entry.subjectId(),
                entry.outcome(),
                entry.clientAddress(),
                entry.userAgent(),
                entry.requestId(),
                object(entry.details()),
                object(entry.changes()));
    }

    private static JsonObject object(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    /** Some of many. */
    @Schema(name = "AuditEntryPage", description = "Some entries, the newest first")
    public record Some(
            List<AuditEntryResponse> items,

            @Schema(description = "Give it as `after` for the next page; left out on the last", examples = "4711")
            @Nullable
            Long next) {
        static Some of(Page<AuditEntry> page) {
            OptionalLong next = page.next();
            return new Some(
                    page.items().stream().map(AuditEntryResponse::of).toList(),
                    next.isPresent() ? next.getAsLong() : null);
        }
    }
}
