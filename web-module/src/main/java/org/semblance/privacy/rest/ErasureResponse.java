package org.semblance.privacy.rest;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.PersonId;
import org.semblance.jobs.JobRunId;
import org.semblance.platform.Page;
import org.semblance.privacy.erasure.Erasure;

/** An erasure as callers see it. */
@Schema(name = "Erasure", description = "A request to erase a person from every store, and what became of it")
public record ErasureResponse(
        @Schema(examples = "7") long id,

        @Schema(
                description = "What the report calls the person; says nothing of them",
                examples = "5b0d3b1f-6a10-4a43-9c3b-0198c5a17f2e")
        UUID subject,

        @Schema(description = "The person; left out once they are erased", examples = "1815") @Nullable
        Long person,

        @Schema(
                enumeration = {"requested", "running", "held", "done", "failed", "cancelled"},
                examples = "done")
        String state,

        @Schema(
                description = "`request`: somebody asked for it; `withdrawal`: consent was withdrawn long enough ago",
                enumeration = {"request", "withdrawal"},
                examples = "request")
        String reason,

        @Schema(examples = "anna") String requestedBy,
        Instant requestedAt,

        @Schema(description = "When it may begin") Instant dueAt,

        @Nullable Instant startedAt,
        @Nullable Instant endedAt,

        @Schema(description = "The job that does it, or did last; left out before", examples = "88") @Nullable
        Long job,

        @Schema(description = "Why it is held or has failed", examples = "held by anna until released: Case 2026/4711")
        @Nullable
        String problem) {

    static ErasureResponse of(Erasure erasure) {
        return new ErasureResponse(
                erasure.id().value(),
                erasure.pseudonym(),
                number(erasure.person()),
                erasure.state().code(),
                erasure.reason().code(),
                erasure.requestedBy(),
                erasure.requestedAt(),
                erasure.dueAt(),
                erasure.startedAt(),
                erasure.endedAt(),
                number(erasure.execution()),
                erasure.problem());
    }

    private static @Nullable Long number(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }

    private static @Nullable Long number(@Nullable JobRunId execution) {
        return execution == null ? null : execution.value();
    }

    /** Some of many. */
    @Schema(name = "ErasurePage", description = "Some erasures, the first first")
    public record Some(
            List<ErasureResponse> items,

            @Schema(description = "Give it as `after` for the next page; left out on the last", examples = "7")
            @Nullable
            Long next) {
        static Some of(Page<Erasure> page) {
            OptionalLong next = page.next();
            return new Some(
                    page.items().stream().map(ErasureResponse::of).toList(),
                    next.isPresent() ? next.getAsLong() : null);
        }
    }
}
