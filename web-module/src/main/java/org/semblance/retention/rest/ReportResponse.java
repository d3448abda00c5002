package org.semblance.retention.rest;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.Page;
import org.semblance.retention.PurgeLine;
import org.semblance.retention.PurgeReport;

/** A report as callers see it. */
@Schema(name = "RetentionReport", description = "What a purge removed, or a comparison of images and database found")
public record ReportResponse(
        @Schema(examples = "7") long id,

        @Schema(description = "Run of the job; runs are forgotten earlier than reports", examples = "4711")
        long run,

        @Schema(description = "`retention-purge` or `reconcile-images`", examples = "retention-purge")
        String job,

        @Schema(description = "Whether it only counted", examples = "false")
        boolean dryRun,

        Instant startedAt,

        @Schema(description = "When it was done; left out while it is not") @Nullable
        Instant endedAt,

        List<Line> kinds) {

    static ReportResponse of(PurgeReport report) {
        return new ReportResponse(
                report.id(),
                report.run().value(),
                report.job(),
                report.isDryRun(),
                report.startedAt(),
                report.endedAt(),
                report.lines().stream().map(Line::of).toList());
    }

    /** Of one kind. */
    @Schema(name = "RetentionReportKind", description = "What became of one kind")
    public record Line(
            @Schema(
                    description = "What was purged; of a comparison `unnamed-files` (set aside), `missing-files` (rows "
                            + "without files) or `restored-files` (put back from quarantine)",
                    examples = "sessions")
            String kind,

            @Schema(description = "What was older had to go; left out where age does not matter") @Nullable
            Instant cutoff,

            @Schema(description = "How many were removed or found; of a dry run, would have been", examples = "120")
            long rows,

            @Schema(description = "How large they were", examples = "34000")
            long bytes,

            @Schema(description = "How many stay because of a legal hold", examples = "0")
            long held,

            @Schema(description = "How many the next purge takes, for somebody was using them", examples = "0")
            long remaining,

            @Schema(description = "How long its transactions took, in milliseconds", examples = "85")
            long tookMs,

            @Schema(description = "Why it could not be finished; left out when nothing is wrong") @Nullable
            String problem,

            @Schema(description = "When it was done; left out while it is not") @Nullable
            Instant doneAt) {
        static Line of(PurgeLine line) {
            return new Line(
                    line.kind(),
                    line.cutoff(),
                    line.rows(),
                    line.bytes(),
                    line.held(),
                    line.remaining(),
                    line.took().toMillis(),
                    line.problem(),
                    line.doneAt());
        }
    }

    /** A part of the list. */
    @Schema(name = "RetentionReports", description = "Some of the reports, the newest first")
    public record Some(
            List<ReportResponse> items,

            @Schema(description = "Give it as `after` for the next page; left out on the last", examples = "7")
            @Nullable
            Long next) {
        static Some of(Page<PurgeReport> page) {
            var next = page.next();
            return new Some(
                    page.items().stream().map(ReportResponse::of).toList(), next.isPresent() ? next.getAsLong() : null);
        }
    }
}
