package org.semblance.surveillance.event.rest;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.semblance.surveillance.event.EventStatistics;
import org.semblance.surveillance.event.EventStatistics.Counts;
import org.semblance.surveillance.event.StatisticsQuery;

/** How many recognitions there were, as charts show it. */
@Schema(name = "EventStatistics", description = "How many recognitions there were: in all, by time, and by camera")
public record StatisticsResponse(
        Instant from,
        Instant to,

        Outcomes total,

        @Schema(description = "Hours or days in their order; those without any are left out")
        List<OfTime> times,

        @Schema(description = "Cameras that saw anybody, the busiest first")
        List<OfCamera> cameras) {

    /** How many of each outcome. */
    @Schema(name = "OutcomeCounts", description = "How many of each outcome")
    public record Outcomes(
            @Schema(examples = "120") long matched,
            @Schema(examples = "2") long ambiguous,
            @Schema(examples = "17") long unknown,
            @Schema(examples = "5") long rejected,

            @Schema(description = "Of all of these, those before a door that was to stay shut", examples = "3")
            long denied) {
        static Outcomes of(Counts counts) {
            return new Outcomes(
                    counts.matched(), counts.ambiguous(), counts.unknown(), counts.rejected(), counts.denied());
        }
    }

    /** In one hour or on one day. */
    @Schema(name = "EventsOfTime", description = "How many in an hour or on a day, which begins then")
    public record OfTime(Instant at, Outcomes counts) {}

    /** Before one camera. */
    @Schema(name = "EventsOfCamera", description = "How many before a camera")
    public record OfCamera(CameraReference camera, Outcomes counts) {}

    static StatisticsResponse of(StatisticsQuery query, EventStatistics statistics) {
        return new StatisticsResponse(
                query.from(),
                query.to(),
                Outcomes.of(statistics.total()),
                statistics.times().stream()
                        .map(time -> new OfTime(time.at(), Outcomes.of(time.counts())))
                        .toList(),
                statistics.cameras().stream()
                        .map(camera -> new OfCamera(CameraReference.of(camera.camera()), Outcomes.of(camera.counts())))
                        .toList());
    }
}
