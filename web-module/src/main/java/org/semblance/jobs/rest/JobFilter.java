package org.semblance.jobs.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.semblance.jobs.JobQuery;
import org.semblance.jobs.JobState;
import org.semblance.platform.InvalidInputException;

/** Which runs to list. */
public class JobFilter {
    private static final int MOST = 200;

    @Parameter(description = "Only runs of this job", example = "enroll-persons")
    @QueryParam("job")
    private @Nullable String job;

    @Parameter(
            description = "Only runs that stand so",
            schema =
                    @Schema(
                            enumeration = {
                                "queued",
                                "running",
                                "stopping",
                                "stopped",
                                "completed",
                                "failed",
                                "abandoned"
                            }))
    @QueryParam("state")
    private @Nullable String state;

    @Parameter(description = "Only runs with smaller ids: `next` of the page before")
    @QueryParam("before")
    @DefaultValue("0")
    @Min(0)
    private long before;

    @Parameter(description = "How many at most")
    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1)
    @Max(MOST)
    private int limit;

    JobQuery toQuery() {
        return new JobQuery(job, state == null ? null : stand(state), before, limit);
    }

    private static JobState stand(String code) {
        return Arrays.stream(JobState.values())
                .filter(known -> known.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("state", "No run stands '" + code + "'"));
    }
}
