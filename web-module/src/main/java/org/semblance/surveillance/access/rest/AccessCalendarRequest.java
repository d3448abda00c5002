package org.semblance.surveillance.access.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.semblance.surveillance.access.CalendarDays;
import org.semblance.surveillance.access.NewAccessCalendar;

/** What people say of a calendar. */
@Schema(name = "NewAccessCalendar", description = "A calendar to make, or what one is to become")
public record AccessCalendarRequest(
        @Schema(description = "What people call it, unique in any case", maxLength = 200, examples = "Public holidays")
        @NotBlank
        String title,

        @Schema(description = DAYS, examples = DAYS_EXAMPLE) @NotEmpty
        List<@NotNull String> days) {
    static final String DAYS = "Days and ranges of days, once (`2026-12-24`, `2026-12-24..2026-12-26`) or every year "
            + "(`yearly 12-25`, `yearly 12-24..01-06`); a thousand at most";
    static final String DAYS_EXAMPLE = "[\"yearly 12-24..12-26\", \"2027-03-26\"]";

    NewAccessCalendar toNew() {
        return new NewAccessCalendar(title, CalendarDays.of(days));
    }
}
