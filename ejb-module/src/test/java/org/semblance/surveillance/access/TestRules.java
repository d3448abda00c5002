package org.semblance.surveillance.access;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.PersonId;
import org.semblance.surveillance.CameraId;
import org.semblance.surveillance.KnownPerson;

/** Doors, rules and people, made in a line. */
final class TestRules {
    static final DoorName MAIN = new DoorName("main");
    static final CameraId CAMERA = new CameraId(7);
    static final long GALLERY = 1;
    static final UUID USER = new UUID(0, 5);
    static final KnownPerson ADA =
            new KnownPerson(new PersonId(4711), GALLERY, "Ada", USER, false, "Research", Set.of("guard", "member"));
    static final KnownPerson BOB = new KnownPerson(new PersonId(4712), GALLERY, null, null, false, null, Set.of());

    private TestRules() {}

    static Door door(String zone, boolean isEnabled) {
        var said = new NewDoor(MAIN, "Main", ZoneId.of(zone), List.of(), isEnabled);
        return new Door(1, said, Set.of(CAMERA), Set.of(GALLERY), Instant.EPOCH, 1);
    }

    static KnownPerson disabled(KnownPerson person) {
        return new KnownPerson(
                person.id(),
                person.galleryId(),
                person.name(),
                person.user(),
                true,
                person.department(),
                person.roles());
    }

    /** A rule by what makes it different from one that allows everybody everything. */
    static Builder allow(long id) {
        return new Builder(id, Effect.ALLOW);
    }

    static Builder deny(long id) {
        return new Builder(id, Effect.DENY);
    }

    static final class Builder {
        private final long id;
        private final Effect effect;
        private boolean isOn = true;
        private Whom whom = Whom.EVERYBODY;
        private @Nullable String subject;
        private WeeklyHours hours = WeeklyHours.ALWAYS;
        private @Nullable CalendarTerm calendar;
        private CalendarDays days = CalendarDays.NONE;
        private @Nullable Instant from;
        private @Nullable Instant until;
        private List<DoorName> doors = List.of();

        private Builder(long id, Effect effect) {
            this.id = id;
            this.effect = effect;
        }

        Builder off() {
            isOn = false;
            return this;
        }

        Builder of(Whom kind, @Nullable String who) {
            whom = kind;
            subject = who;
            return this;
        }

        Builder at(String... spans) {
            hours = WeeklyHours.of(List.of(spans));
            return this;
        }

        Builder only(String... dates) {
            return calendar(true, dates);
        }

        Builder never(String... dates) {
            return calendar(false, dates);
        }

        Builder from(String time) {
            from = Instant.parse(time);
            return this;
        }

        Builder until(String time) {
            until = Instant.parse(time);
            return this;
        }

        Builder doors(String... names) {
            doors = List.of(names).stream().map(DoorName::new).toList();
            return this;
        }

        AccessRule rule() {
            var times = new RuleTimes(hours, calendar, from, until);
            var said = new NewAccessRule("Rule " + id, isOn, effect, whom, subject, doors.isEmpty(), doors, times);
            return new AccessRule(new AccessRuleId(id), said, subject, days, Instant.EPOCH, 1);
        }

        private Builder calendar(boolean isOnly, String... dates) {
            calendar = new CalendarTerm(new AccessCalendarId(1), isOnly);
            days = CalendarDays.of(List.of(dates));
            return this;
        }
    }
}
