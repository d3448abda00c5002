package org.semblance.surveillance.event.rest;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.semblance.surveillance.event.Period;
import org.semblance.surveillance.event.StatisticsQuery;
import org.semblance.surveillance.event.StatisticsQuery.Interval;

/** What to count; the last day unless somebody says otherwise. */
public class StatisticsParameters {
    private static final Duration STANDARD = Duration.ofDays(1);

    @BeanParam
    private PeriodParameters period = new PeriodParameters();

    @BeanParam
    private PlaceParameters places = new PlaceParameters();

    @Parameter(
            description = "How long each of `times` is; hours for 31 days at most, days for 366",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"hour", "day"},
                            defaultValue = "hour"))
    @QueryParam("interval")
    @DefaultValue("hour")
    private String interval = "hour";

    @Parameter(description = "In which time zone days begin: `UTC` or a region", example = "Europe/Berlin")
    @QueryParam("zone")
    @DefaultValue("UTC")
    private String zone = "UTC";

    /** The end is left out more often than the beginning: it is now, with the hour that is not over yet. */
    StatisticsQuery query(Instant now) {
        Period given = period.period();
        Instant to = given.to() == null ? now.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1)) : given.to();
        Instant from = given.from() == null ? to.minus(STANDARD) : given.from();
        return new StatisticsQuery(
                from, to, Interval.of(interval.strip()), StatisticsQuery.zone(zone.strip()), places.places());
    }
}
