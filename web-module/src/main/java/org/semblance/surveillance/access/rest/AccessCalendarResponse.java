package org.semblance.surveillance.access.rest;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.Page;
import org.semblance.platform.rest.Tagged;
import org.semblance.surveillance.access.AccessCalendar;

/** A calendar as callers see it. */
@Schema(name = "AccessCalendar", description = "Days on which rules hold, or do not")
public record AccessCalendarResponse(
        @Schema(examples = "3") long id,
        @Schema(examples = "Public holidays") String title,

        @Schema(description = AccessCalendarRequest.DAYS, examples = AccessCalendarRequest.DAYS_EXAMPLE)
        List<String> days,

        Instant createdAt,

        @Schema(description = "Grows with every change", examples = "1")
        int version)
        implements Tagged {

    static AccessCalendarResponse of(AccessCalendar calendar) {
        return new AccessCalendarResponse(
                calendar.id().value(),
                calendar.said().title(),
                calendar.said().days().texts(),
                calendar.createdAt(),
                calendar.version());
    }

    @Override
    public String entityTag() {
        return Integer.toString(version);
    }

    /** Some of many. */
    @Schema(name = "AccessCalendarPage", description = "Some calendars, in the order of ids")
    public record Some(
            List<AccessCalendarResponse> items,

            @Schema(description = "Give it as `after` for the next page; left out on the last", examples = "3") @Nullable
            Long next) {
        static Some of(Page<AccessCalendar> page) {
            OptionalLong next = page.next();
            return new Some(
                    page.items().stream().map(AccessCalendarResponse::of).toList(),
                    next.isPresent() ? next.getAsLong() : null);
        }
    }
}
