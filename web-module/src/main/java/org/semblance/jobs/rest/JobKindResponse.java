package org.semblance.jobs.rest;

import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.jobs.JobKind;
import org.semblance.jobs.JobParameter;

/** A job that can be started. */
@Schema(name = "JobKind", description = "A job that can be started")
public record JobKindResponse(
        @Schema(examples = "enroll-persons") String job,
        List<Parameter> parameters,

        @Schema(description = "Whether a run can be made of just what another one refused")
        boolean retriesItems) {

    static JobKindResponse of(JobKind kind) {
        return new JobKindResponse(
                kind.job(), kind.parameters().stream().map(Parameter::of).toList(), kind.retriesItems());
    }

    /** What a job can be told. */
    @Schema(name = "JobParameter", description = "What a job can be told")
    public record Parameter(
            @Schema(examples = "gallery") String name,

            @Schema(
                    description = "`file` is a folder or file below the import directory",
                    enumeration = {"text", "number", "switch", "choice", "gallery", "file"},
                    examples = "gallery")
            String type,

            boolean required,

            @Schema(description = "What it is when nothing is said", examples = "50") @Nullable
            String standard,

            @Schema(description = "What it can be, for a choice")
            List<String> choices) {
        static Parameter of(JobParameter parameter) {
            return new Parameter(
                    parameter.name(),
                    parameter.type().name().toLowerCase(Locale.ROOT),
                    parameter.isRequired(),
                    parameter.standard(),
                    parameter.choices());
        }
    }

    /** All jobs that can be started. */
    @Schema(name = "JobKinds", description = "All jobs that can be started")
    public record All(List<JobKindResponse> items) {
        static All of(List<JobKind> kinds) {
            return new All(kinds.stream().map(JobKindResponse::of).toList());
        }
    }
}
