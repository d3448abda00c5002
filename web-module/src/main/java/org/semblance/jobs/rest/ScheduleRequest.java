package org.semblance.jobs.rest;

import jakarta.validation.constraints.NotBlank;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.jobs.JobRequest;
import org.semblance.jobs.schedule.CatchUp;
import org.semblance.jobs.schedule.Cron;
import org.semblance.jobs.schedule.NewSchedule;
import org.semblance.platform.InvalidInputException;

/** What people say of a schedule. */
@Schema(name = "NewSchedule", description = "When to start a job")
public record ScheduleRequest(
        @Schema(
                description = "For a new one: small letters, digits and hyphens. It stays",
                examples = "verify-audit-weekly")
        @Nullable
        String name,

        @Schema(description = "The job; `GET /jobs/kinds` lists them", examples = "verify-audit") @NotBlank
        String job,

        @Schema(description = "With what", examples = "{\"by\": \"the clock\"}") @Nullable
        Map<String, String> parameters,

        @Schema(
                description = "Minute, hour, day of the month, month and day of the week, as in crontab",
                examples = "30 3 * * SUN")
        @NotBlank
        String cron,

        @Schema(description = "Time zone of `cron`; UTC when left out", examples = "Europe/Berlin") @Nullable
        String zone,

        @Schema(
                description = "What becomes of times at which no server was up: one run for all of them, or none",
                enumeration = {"once", "skip"},
                examples = "once")
        @Nullable
        String catchUp,

        @Schema(description = "Whether it starts anything; true when left out", examples = "true") @Nullable
        Boolean on) {

    NewSchedule toNew() {
        return named(Objects.requireNonNullElse(name, ""));
    }

    NewSchedule named(String schedule) {
        return new NewSchedule(
                schedule,
                new JobRequest(job, Objects.requireNonNullElse(parameters, Map.of())),
                Cron.of(cron, Objects.requireNonNullElse(zone, "UTC")),
                missed(),
                on == null || on);
    }

    private CatchUp missed() {
        return switch (Objects.requireNonNullElse(catchUp, "once")) {
            case "once" -> CatchUp.ONCE;
            case "skip" -> CatchUp.SKIP;
            default -> throw new InvalidInputException("catch_up", "catch_up is once or skip, not '" + catchUp + "'");
        };
    }
}
