package org.semblance.portal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.PersonId;
import org.semblance.identity.directory.DepartmentService;
import org.semblance.identity.directory.DepartmentSummary;
import org.semblance.identity.directory.RoleService;
import org.semblance.identity.directory.RoleSummary;
import org.semblance.identity.directory.UserPage;
import org.semblance.identity.directory.UserQuery;
import org.semblance.identity.directory.UserService;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.Page;
import org.semblance.surveillance.access.AccessAnswer;
import org.semblance.surveillance.access.AccessCalendar;
import org.semblance.surveillance.access.AccessCalendarId;
import org.semblance.surveillance.access.AccessCalendarService;
import org.semblance.surveillance.access.AccessDecision;
import org.semblance.surveillance.access.AccessQuestions;
import org.semblance.surveillance.access.AccessReason;
import org.semblance.surveillance.access.AccessRule;
import org.semblance.surveillance.access.AccessRuleId;
import org.semblance.surveillance.access.AccessRuleService;
import org.semblance.surveillance.access.CalendarDays;
import org.semblance.surveillance.access.Door;
import org.semblance.surveillance.access.DoorName;
import org.semblance.surveillance.access.DoorService;
import org.semblance.surveillance.access.NewAccessCalendar;
import org.semblance.surveillance.access.NewAccessRule;
import org.semblance.surveillance.access.NewDoor;
import org.semblance.surveillance.access.RuleSubjects;
import org.semblance.surveillance.access.Whom;

/** Doors, rules and calendars in memory, and the answers that the test gives. */
public class AccessFakes {
    public final List<Door> doors = new ArrayList<>();
    public final List<AccessRule> rules = new ArrayList<>();
    public final List<AccessCalendar> calendars = new ArrayList<>();
    public final List<AccessAnswer> answers = new ArrayList<>();
    public @Nullable Instant askedAt;
    public final Doors doorService = new Doors();
    public final Rules ruleService = new Rules();

    List<Object> all() {
        return List.of(
                doorService,
                ruleService,
                new Calendars(),
                new Questions(),
                new Subjects(),
                new Roles(),
                new Departments(),
                new Users());
    }

    public Door door(String name) {
        return doorService.create(new NewDoor(new DoorName(name), "Door " + name, ZoneOffset.UTC, List.of(), true));
    }

    /** What becomes of somebody. */
    public void answer(Door door, long person, String name, AccessReason reason, @Nullable Long rule) {
        var decision = new AccessDecision(reason, rule == null ? null : new AccessRuleId(rule));
        answers.add(
                new AccessAnswer(door, new PersonId(person), name, decision, null, FakeEvents.NOON, FakeEvents.NOON));
    }

    private static <T> Page<T> page(List<T> all) {
        return new Page<>(all, OptionalLong.empty());
    }

    private static <T> T first(List<T> all, Function<T, Boolean> condition) {
        return all.stream().filter(condition::apply).findFirst().orElseThrow();
    }

    /** The doors. */
    public final class Doors extends DoorService {
        @Override
        public Page<Door> list(long after, int limit) {
            return page(doors);
        }

        @Override
        public Door require(DoorName name) {
            return first(doors, door -> door.name().equals(name));
        }

        @Override
        public Door create(NewDoor said) {
            var door = new Door(doors.size() + 1L, said, Set.of(), Set.of(), Instant.EPOCH, 1);
            doors.add(door);
            return door;
        }

        @Override
        public Door change(NewDoor said, ExpectedVersion expected) {
            Door before = require(said.name());
            expected.check(before.version());
            var changed = new Door(before.id(), said, Set.of(), Set.of(), Instant.EPOCH, before.version() + 1);
            doors.set(doors.indexOf(before), changed);
            return changed;
        }

        @Override
        public void remove(DoorName name, ExpectedVersion expected) {
            doors.remove(require(name));
        }
    }

    /** The rules. */
    public final class Rules extends AccessRuleService {
        @Override
        public Page<AccessRule> list(@Nullable DoorName door, long after, int limit) {
            return page(rules);
        }

        @Override
        public AccessRule require(AccessRuleId id) {
            return first(rules, rule -> rule.id().equals(id));
        }

        @Override
        public AccessRule create(NewAccessRule said) {
            String subject = said.whom() == Whom.EVERYBODY ? null : said.who();
            var rule = new AccessRule(
                    new AccessRuleId(rules.size() + 1L), said, subject, CalendarDays.NONE, Instant.EPOCH, 1);
            rules.add(rule);
            return rule;
        }

        @Override
        public void remove(AccessRuleId id, ExpectedVersion expected) {
            rules.remove(require(id));
        }
    }

    private final class Calendars extends AccessCalendarService {
        @Override
        public Page<AccessCalendar> list(long after, int limit) {
            return page(calendars);
        }

        @Override
        public AccessCalendar create(NewAccessCalendar said) {
            var calendar = new AccessCalendar(new AccessCalendarId(calendars.size() + 1L), said, Instant.EPOCH, 1);
            calendars.add(calendar);
            return calendar;
        }
    }

    private final class Questions extends AccessQuestions {
        @Override
        public Page<AccessAnswer> everybody(DoorName door, Optional<Instant> when, long after, int limit) {
            askedAt = when.orElse(null);
            return page(answers);
        }

        @Override
        public Page<AccessAnswer> passers(DoorName door, Optional<Instant> when, long after, int limit) {
            return page(answers.stream()
                    .filter(answer -> answer.decision().isAllowed())
                    .toList());
        }
    }

    private static final class Subjects extends RuleSubjects {
        @Override
        public Map<AccessRuleId, String> names(java.util.Collection<AccessRule> of) {
            return Map.of();
        }
    }

    private static final class Roles extends RoleService {
        @Override
        public List<RoleSummary> list() {
            return List.of(new RoleSummary("guard", "", false, List.of(), new RoleSummary.Usage(1, 1)));
        }
    }

    private static final class Departments extends DepartmentService {
        @Override
        public List<DepartmentSummary> list() {
            return List.of(new DepartmentSummary(7, "Kitchen", 3, 1));
        }
    }

    private static final class Users extends UserService {
        @Override
        public UserPage list(UserQuery query) {
            return new UserPage(List.of(), Optional.<UUID>empty());
        }
    }
}
