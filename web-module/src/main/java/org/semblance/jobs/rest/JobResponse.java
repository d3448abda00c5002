package org.semblance.jobs.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.jobs.JobEvent;
import org.semblance.jobs.JobItemFailure;
import org.semblance.jobs.JobProgress;
import org.semblance.jobs.JobStatus;
import org.semblance.platform.Page;

/** A run of a job as callers see it. */
@Schema(name = "Job", description = "One run of a job; a restart goes on with the same run")
public record JobResponse(
        @Schema(examples = "42") long id,
        @Schema(examples = "enroll-persons") String job,

        @Schema(
                description = "`queued` waits for a free node; `stopped` and `failed` can be restarted",
                enumeration = {"queued", "running", "stopping", "stopped", "completed", "failed", "abandoned"},
                examples = "running")
        String state,

        @Schema(examples = "{\"gallery\": \"staff\", \"folder\": \"2026-photos\"}")
        Map<String, String> parameters,

        Progress progress,

        @Schema(
                description = "What it did, by kind: its report",
                examples = "{\"faces-enrolled\": 117, \"refused.no-face\": 3}")
        Map<String, Long> counts,

        @Schema(examples = "ada") String requestedBy,

        @Schema(description = "The server that does it, while one does", examples = "node-1") @Nullable
        String node,

        @Schema(description = "How often it was begun; 0 while it waits for the first time", examples = "1")
        int attempt,

        Instant createdAt,

        @Schema(description = "When its current attempt began") @Nullable
        Instant startedAt,

        @Schema(description = "Left out while it has not") @Nullable
        Instant endedAt,

        @Schema(description = "How it ended, when there is something to tell") @Nullable
        String message) {

    static JobResponse of(JobStatus status) {
        return new JobResponse(
                status.id().value(),
                status.job(),
                status.state().code(),
                status.parameters(),
                Progress.of(status.progress()),
                status.counts(),
                status.requestedBy().name(),
                status.node(),
                status.attempt(),
                status.times().createdAt(),
                status.times().startedAt(),
                status.times().endedAt(),
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
            long failed,

            @Schema(description = "How many the current attempt deals with in a second", examples = "8.4") @Nullable
            Double perSecond,

            @Schema(description = "How long the rest takes at that rate", examples = "45") @Nullable
            Long remainingSeconds) {
        private static final double TENTHS = 10.0;

        static Progress of(JobProgress progress) {
            Double rate = progress.perSecond();
            var remaining = progress.remaining();
            return new Progress(
                    progress.total(),
                    progress.done(),
                    progress.failed(),
                    rate == null ? null : Math.round(rate * TENTHS) / TENTHS,
                    remaining == null ? null : remaining.toSeconds());
        }
    }

    /** Some of many runs. */
    @Schema(name = "Jobs", description = "Some of the runs, the newest first")
    public record Latest(
            List<JobResponse> items,

            @Schema(description = "Give it as `before` for older ones; left out on the last page", examples = "7")
            @Nullable
            Long next) {
        static Latest of(Page<JobStatus> runs) {
            return new Latest(runs.items().stream().map(JobResponse::of).toList(), continued(runs.next()));
        }
    }

    /** Something that happened to a run. */
    @Schema(name = "JobEvent", description = "Something that happened to a run")
    public record Event(
            @Schema(examples = "7") long id,
            Instant at,

            @Schema(examples = "Attempt 1 begins on node-1") String text) {
        static Event of(JobEvent event) {
            return new Event(event.id(), event.at(), event.text());
        }
    }

    /** Some of what happened to a run. */
    @Schema(name = "JobEventPage", description = "Some of what happened to a run, in order")
    public record Events(
            List<Event> items,

            @Schema(description = "Give it as `after` for the next page; left out on the last", examples = "7")
            @Nullable
            Long next) {
        static Events of(Page<JobEvent> page) {
            return new Events(page.items().stream().map(Event::of).toList(), continued(page.next()));
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
            return new Failures(page.items().stream().map(Failure::of).toList(), continued(page.next()));
        }
    }

    private static @Nullable Long continued(OptionalLong next) {
        return next.isPresent() ? next.getAsLong() : null;
    }
}
