package org.semblance.jobs.rest;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.jobs.JobItemFailure;
import org.semblance.jobs.JobStatus;
import org.semblance.platform.Page;

/** A run of a job as callers see it. */
@Schema(name = "Job", description = "One run of a job; a restart is a new run")
public record JobResponse(
        @Schema(examples = "42") long id,
        @Schema(examples = "enroll-persons") String job,

        @Schema(
                enumeration = {"starting", "running", "stopping", "stopped", "completed", "failed", "abandoned"},
                examples = "running")
        String state,

        @Schema(examples = "{\"gallery\": \"staff\", \"folder\": \"2026-photos\"}")
        Map<String, String> parameters,

        Progress progress,
        Instant createdAt,

        @Schema(description = "Left out while it runs") @Nullable
        Instant endedAt,

        @Schema(description = "Why it failed, when it did") @Nullable
        String message) {

    static JobResponse of(JobStatus status) {
        return new JobResponse(
                status.id().value(),
                status.job(),
                status.state().name().toLowerCase(Locale.ROOT),
                status.parameters(),
                new Progress(status.total(), status.done(), status.failed()),
                status.createdAt(),
                status.endedAt(),
                status.message());
    }

    /** How far it has come. */
    @Schema(name = "JobProgress", description = "How far a run has come")
    public record Progress(
            @Schema(description = "How many items there are; left out until they are counted", examples = "500")
            @Nullable
            Long total,

            @Schema(description = "How many are dealt with for good, refused ones among them", examples = "120")
            long done,

            @Schema(description = "How many were refused; the failures say why", examples = "3")
            long failed) {}

    /** The latest runs. */
    @Schema(name = "Jobs", description = "The latest runs, the newest first")
    public record Latest(List<JobResponse> items) {
        static Latest of(List<JobStatus> runs) {
            return new Latest(runs.stream().map(JobResponse::of).toList());
        }
    }

    /** An item that was refused. */
    @Schema(name = "JobFailure", description = "An item that a job refused, and why")
    public record Failure(
            @Schema(examples = "7") long id,
            @Schema(examples = "Ada Lovelace/holiday.jpg") String item,

            @Schema(description = "The code of the problem", examples = "several-faces")
            String code,

            @Schema(examples = "The photo shows 2 faces; send one that shows only the person to enroll")
            String message) {
        static Failure of(JobItemFailure failure) {
            return new Failure(failure.id(), failure.item(), failure.reason(), failure.message());
        }
    }

    /** Some of many refused items. */
    @Schema(name = "JobFailurePage", description = "Some of the items that a job refused, in their order")
    public record Failures(
            List<Failure> items,

            @Schema(description = "Give it as `after` for the next page; left out on the last", examples = "7")
            @Nullable
            Long next) {
        static Failures of(Page<JobItemFailure> page) {
            OptionalLong next = page.next();
            return new Failures(
                    page.items().stream().map(Failure::of).toList(), next.isPresent() ? next.getAsLong() : null);
        }
    }
}
