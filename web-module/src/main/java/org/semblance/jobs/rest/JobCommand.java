package org.semblance.jobs.rest;

import jakarta.validation.constraints.NotBlank;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.jobs.JobRequest;

/** A job to start. */
@Schema(name = "NewJob", description = "A job to start")
public record JobCommand(
        @Schema(description = "Which job", examples = "enroll-persons") @NotBlank
        String job,

        @Schema(
                description = "With what; each job has its own. `enroll-persons` takes `gallery` and `folder`, "
                        + "a directory below the import directory with one folder for each person",
                examples = "{\"gallery\": \"staff\", \"folder\": \"2026-photos\"}")
        @Nullable
        Map<String, String> parameters) {

    JobRequest toRequest() {
        return new JobRequest(job, Objects.requireNonNullElse(parameters, Map.of()));
    }
}
