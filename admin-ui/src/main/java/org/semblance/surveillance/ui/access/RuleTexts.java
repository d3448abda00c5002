package org.semblance.surveillance.ui.access;

import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.semblance.platform.ui.Badge;
import org.semblance.platform.ui.Codes;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.surveillance.access.AccessCalendar;
import org.semblance.surveillance.access.AccessRule;
import org.semblance.surveillance.access.AccessRuleId;
import org.semblance.surveillance.access.CalendarTerm;
import org.semblance.surveillance.access.DoorName;
import org.semblance.surveillance.access.Effect;
import org.semblance.surveillance.access.RuleTimes;
import org.semblance.surveillance.access.Whom;

/** Reads rules out loud. */
record RuleTexts(Map<AccessRuleId, String> names, List<AccessCalendar> calendars) {

    static Badge effect(AccessRule rule) {
        if (!rule.said().isOn()) {
            return new Badge(Badge.Tone.NEUTRAL, text("rule.off"));
        }
        Effect effect = rule.said().effect();
        return new Badge(effect == Effect.ALLOW ? Badge.Tone.GOOD : Badge.Tone.BAD, Codes.of("rule.effect.", effect));
    }

    String whom(AccessRule rule) {
        Whom whom = rule.said().whom();
        if (whom == Whom.EVERYBODY) {
            return Codes.of("rule.whom.", whom);
        }
        if (rule.isGone()) {
            return text("rule.gone", Codes.of("rule.whom.", whom));
        }
        String subject = names.getOrDefault(rule.id(), String.valueOf(rule.subject()));
        return Codes.of("rule.whom.", whom) + " " + subject;
    }

    static String where(AccessRule rule) {
        return rule.said().isEverywhere()
                ? text("rule.everywhere")
                : text(
                        "rule.at",
                        rule.said().doors().stream().map(DoorName::value).collect(Collectors.joining(", ")));
    }

    String when(AccessRule rule) {
        RuleTimes times = rule.said().times();
        String hours = times.hours().spans().isEmpty()
                ? text("rule.always")
                : times.hours().spans().stream().map(HoursTexts::of).collect(Collectors.joining(", "));
        return hours
                + Optional.ofNullable(times.calendar()).map(this::calendar).orElse("")
                + Optional.ofNullable(times.from())
                        .map(from -> " · " + text("rule.valid-from", LocalFormat.format(from)))
                        .orElse("")
                + Optional.ofNullable(times.until())
                        .map(until -> " · " + text("rule.valid-until", LocalFormat.format(until)))
                        .orElse("");
    }

    private String calendar(CalendarTerm term) {
        String title = calendars.stream()
                .filter(calendar -> calendar.id().equals(term.calendar()))
                .findFirst()
                .map(calendar -> calendar.said().title())
                .orElse(Objects.toString(term.calendar()));
        return " · " + text(term.isOnly() ? "rule.calendar.only" : "rule.calendar.never", title);
    }

    private static String text(String key, Object... parameters) {
        return UI.getCurrent().getTranslation(key, parameters);
    }
}
