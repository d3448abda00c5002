package org.semblance.jobs.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.jobs.schedule.Schedule;
import org.semblance.platform.rest.Tagged;

/** A schedule as callers see it. */
@Schema(name = "Schedule", description = "When a job is started, and how that went")
public record ScheduleResponse(
        @Schema(examples = "verify-audit-daily") String name,
        @Schema(examples = "verify-audit") String job,

        @Schema(examples = "{\"by\": \"semblance\"}") Map<String, String> parameters,

        @Schema(examples = "40 1 * * *") String cron,
        @Schema(examples = "UTC") String zone,

        @Schema(
                enumeration = {"once", "skip"},
                examples = "once")
        String catchUp,

        @Schema(examples = "true") boolean on,

        @Schema(description = "When it starts the next run; left out while it is off") @Nullable
        Instant dueAt,

        @Schema(description = "When it last started one") @Nullable
        Instant startedAt,

        @Schema(description = "The run that it started last", examples = "42") @Nullable
        Long lastRun,

        @Schema(description = "How that run stands", examples = "completed") @Nullable
        String lastState,

        @Schema(description = "Last time that nothing was started for, unless something was since") @Nullable
        Instant missedAt,

        @Schema(description = "Why the job could not be started", examples = "There is no gallery 'staff'") @Nullable
        String problem,

        @Schema(examples = "1") int version)
        implements Tagged {

    static ScheduleResponse of(Schedule schedule) {
        var said = schedule.said();
        var last = schedule.last();
        var state = schedule.lastState();
        return new ScheduleResponse(
                said.name(),
                said.request().job(),
                said.request().parameters(),
                said.cron().expression(),
                said.cron().zone().getId(),
                said.catchUp().code(),
                said.isOn(),
                schedule.dueAt(),
                schedule.startedAt(),
                last == null ? null : last.value(),
                state == null ? null : state.code(),
                schedule.missedAt(),
                schedule.problem(),
                schedule.version());
    }

    @Override
    public String entityTag() {
        return version + "-" + dueAt + "-" + lastRun + "-" + lastState + "-" + missedAt;
    }

    /** All schedules. */
    @Schema(name = "Schedules", description = "All schedules, by name")
    public record All(List<ScheduleResponse> items) {
        static All of(List<Schedule> schedules) {
            return new All(schedules.stream().map(ScheduleResponse::of).toList());
        }
    }
}
