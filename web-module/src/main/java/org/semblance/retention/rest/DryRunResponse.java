package org.semblance.retention.rest;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.retention.DryRun;

/** What a purge would remove. */
@Schema(name = "RetentionDryRun", description = "What a purge of every kind would remove now")
public record DryRunResponse(List<Kind> items) {
    static DryRunResponse of(List<DryRun> runs) {
        return new DryRunResponse(runs.stream().map(Kind::of).toList());
    }

    /** Of one kind. */
    @Schema(name = "RetentionDryRunKind", description = "What a purge of one kind would remove now")
    public record Kind(
            @Schema(examples = "sessions") String kind,

            @Schema(description = "What is older would go", examples = "2026-11-07T10:00:00Z")
            Instant cutoff,

            @Schema(description = "How many rows or files would go", examples = "120")
            long rows,

            @Schema(
                    description = "How large they are: of files their size, of rows about what they take as text",
                    examples = "34000")
            long bytes,

            @Schema(description = "How many more would go, were they not under a legal hold", examples = "0")
            long held,

            @Schema(description = "Since when the oldest of them is kept; left out when there are none") @Nullable
            Instant oldest) {
        static Kind of(DryRun run) {
            var found = run.found();
            return new Kind(
                    run.policy().kind(), run.cutoff(), found.rows(), found.bytes(), found.held(), found.oldest());
        }
    }
}
