package org.semblance.surveillance.access.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.InvalidInputException;
import org.semblance.surveillance.access.AccessCalendarId;
import org.semblance.surveillance.access.CalendarTerm;
import org.semblance.surveillance.access.DoorName;
import org.semblance.surveillance.access.Effect;
import org.semblance.surveillance.access.NewAccessRule;
import org.semblance.surveillance.access.RuleTimes;
import org.semblance.surveillance.access.WeeklyHours;
import org.semblance.surveillance.access.Whom;

/** What people say of a rule. */
@Schema(name = "NewAccessRule", description = "A rule to make, or what one is to become")
public record AccessRuleRequest(
        @Schema(description = "What people call it", maxLength = 200, examples = "Guards at night") @NotBlank
        String title,

        @Schema(
                description = "A rule that denies beats all that allow",
                enumeration = {"allow", "deny"},
                examples = "allow")
        @NotBlank
        String effect,

        @Schema(
                description = "Whom it is about; `everybody` is everybody who is recognised",
                enumeration = {"everybody", "role", "department", "person", "user"},
                examples = "role")
        @NotBlank
        String whom,

        @Schema(description = WHO, examples = "security-operator") @Nullable
        String who,

        @Schema(
                description = "Names of the doors at which it holds; left out, it holds at all of them, those of "
                        + "tomorrow included",
                examples = "[\"main-entrance\"]")
        @Nullable
        List<@NotNull String> doors,

        @Schema(description = HOURS, examples = HOURS_EXAMPLE) @Nullable
        List<@NotNull String> hours,

        @Schema(description = "A calendar that it goes by", examples = "3") @Nullable
        Long calendar,

        @Schema(
                description = "`only`: it holds on the days of the calendar only; `never`: on none of them. Given with "
                        + "`calendar`",
                enumeration = {"only", "never"},
                examples = "never")
        @Nullable
        String calendarUse,

        @Schema(description = "First moment at which it holds", examples = "2026-12-01T00:00:00Z") @Nullable
        Instant validFrom,

        @Schema(description = "First moment at which it holds no more", examples = "2027-12-01T00:00:00Z") @Nullable
        Instant validUntil,

        @Schema(description = "Whether it counts; true when left out", examples = "true") @Nullable
        Boolean on) {
    static final String WHO = "The role's name, or the id of the department, person or user; left out for everybody";
    static final String HOURS = "When in the week, by the clock at the door: `mon-fri 07:00-19:00`, "
            + "`sat,sun 00:00-24:00`, over midnight `fri 22:00-06:00`, which belongs to Friday. Fifty at most; left "
            + "out, it holds at any time";
    static final String HOURS_EXAMPLE = "[\"mon-fri 19:00-07:00\", \"sat,sun 00:00-24:00\"]";

    NewAccessRule toNew() {
        List<String> where = doors == null ? List.of() : doors;
        return new NewAccessRule(
                title,
                on == null || on,
                Effect.of(effect),
                Whom.of(whom),
                who == null || who.isBlank() ? null : who.strip(),
                doors == null,
                where.stream().map(DoorName::new).toList(),
                new RuleTimes(
                        WeeklyHours.of(Objects.requireNonNullElse(hours, List.of())), term(), validFrom, validUntil));
    }

    private @Nullable CalendarTerm term() {
        if (calendar == null && calendarUse == null) {
            return null;
        }
        if (calendar == null || calendarUse == null) {
            throw new InvalidInputException("calendar_use", "calendar and calendar_use are given together or not at all");
        }
        return switch (calendarUse) {
            case "only" -> new CalendarTerm(new AccessCalendarId(calendar), true);
            case "never" -> new CalendarTerm(new AccessCalendarId(calendar), false);
            default -> throw new InvalidInputException("calendar_use", "calendar_use is only or never");
        };
    }
}
