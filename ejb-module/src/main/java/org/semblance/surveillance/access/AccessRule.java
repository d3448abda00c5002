package org.semblance.surveillance.access;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.semblance.surveillance.KnownPerson;

/**
 * A rule as it stands.
 *
 * @param subject what those whom it is about are known by, see {@link Whom#includes}; null for everybody, and when the
 *     role, department, person or user is gone: then it matches nobody
 * @param days those of its calendar
 */
public record AccessRule(
        AccessRuleId id,
        NewAccessRule said,
        @Nullable String subject,
        CalendarDays days,
        Instant createdAt,
        int version) {

    /** Whether nobody is left whom it could be about. */
    public boolean isGone() {
        return said.whom() != Whom.EVERYBODY && subject == null;
    }

    boolean isAt(DoorName door) {
        return said.isEverywhere() || said.doors().contains(door);
    }

    /** Whether it says something of somebody, at whatever time. */
    boolean concerns(KnownPerson person) {
        if (!said.isOn()) {
            return false;
        }
        return subject == null
                ? said.whom() == Whom.EVERYBODY
                : said.whom().includes(person, subject);
    }

    boolean holds(Instant at, ZoneId zone) {
        return said.times().include(at, zone, days);
    }
}
