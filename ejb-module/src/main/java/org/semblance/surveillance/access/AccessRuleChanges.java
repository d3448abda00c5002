package org.semblance.surveillance.access;

import org.jspecify.annotations.Nullable;
import org.semblance.audit.AuditEvent;

/** What the audit log says of rules. Their titles may name people, and are not written down. */
final class AccessRuleChanges {
    private static final String SUBJECT = "access-rule";

    private AccessRuleChanges() {}

    static AuditEvent made(AccessRule rule) {
        return told(AuditEvent.success("access-rule.created", SUBJECT, rule.id()), rule);
    }

    static AuditEvent gone(AccessRule rule) {
        return told(AuditEvent.success("access-rule.deleted", SUBJECT, rule.id()), rule);
    }

    static AuditEvent of(AccessRule before, AccessRule after) {
        NewAccessRule was = before.said();
        NewAccessRule is = after.said();
        var event = AuditEvent.success("access-rule.changed", SUBJECT, after.id())
                .changed("effect", was.effect().code(), is.effect().code())
                .changed("whom", whom(was), whom(is))
                .changed("doors", doors(was), doors(is))
                .changed("hours", hours(was), hours(is))
                .changed("calendar", calendar(was), calendar(is))
                .changed("valid_from", time(was.times().from()), time(is.times().from()))
                .changed("valid_until", time(was.times().until()), time(is.times().until()))
                .changed("on", was.isOn(), is.isOn());
        return was.title().equals(is.title()) ? event : event.changedUnseen("title");
    }

    private static AuditEvent told(AuditEvent event, AccessRule rule) {
        NewAccessRule said = rule.said();
        return event.with("effect", said.effect().code())
                .with("whom", whom(said))
                .with("doors", doors(said));
    }

    private static String whom(NewAccessRule said) {
        return said.who() == null ? said.whom().code() : said.whom().code() + " " + said.who();
    }

    private static String doors(NewAccessRule said) {
        return said.isEverywhere()
                ? "all"
                : String.join(",", said.doors().stream().map(DoorName::value).sorted().toList());
    }

    private static String hours(NewAccessRule said) {
        return String.join("; ", said.times().hours().texts());
    }

    private static @Nullable String calendar(NewAccessRule said) {
        CalendarTerm term = said.times().calendar();
        return term == null ? null : (term.isOnly() ? "only " : "never ") + term.calendar();
    }

    private static @Nullable String time(java.time.@Nullable Instant at) {
        return at == null ? null : at.toString();
    }
}
