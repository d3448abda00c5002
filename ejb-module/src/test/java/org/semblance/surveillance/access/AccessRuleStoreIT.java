package org.semblance.surveillance.access;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semblance.gallery.PersonId;
import org.semblance.personaldata.Subject;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.VersionMismatchException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.semblance.surveillance.access.AccessWorld.said;

class AccessRuleStoreIT {
    private static AccessWorld world;

    @BeforeAll
    static void open() {
        world = new AccessWorld(Clock.systemUTC());
        world.door("main");
        world.door("side");
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void a_rule_is_kept_as_it_was_said() {
        AccessCalendar holidays = calendar("Kept", "yearly 12-24..12-26", "2027-03-26");
        var times = new RuleTimes(
                WeeklyHours.of(List.of("mon-fri 22:00-06:00", "sat,sun 00:00-24:00")),
                new CalendarTerm(holidays.id(), false),
                Instant.parse("2026-12-01T00:00:00Z"),
                Instant.parse("2027-12-01T00:00:00Z"));
        NewAccessRule wanted = said(Effect.DENY, Whom.ROLE, "security-operator", times, "main", "side");

        AccessRule made = world.in(() -> world.rules.add(wanted));

        assertThat(made.said()).isEqualTo(wanted);
        assertThat(made.subject()).isEqualTo("security-operator");
        assertThat(made.days()).isEqualTo(holidays.said().days());
        assertThat(world.rules.all()).contains(made);
    }

    @Test
    void a_rule_is_changed_and_deleted_in_the_version_that_was_seen() {
        AccessRule made = world.allow(Whom.EVERYBODY, null);
        NewAccessRule other = said(Effect.DENY, Whom.ROLE, "auditor", RuleTimes.ALWAYS, "side");

        AccessRule changed = world.in(() -> world.rules.change(made.id(), other, ExpectedVersion.of(made.version())));

        assertThat(changed.said()).isEqualTo(other);
        assertThatThrownBy(() ->
                        world.in(() -> world.rules.change(made.id(), other, ExpectedVersion.of(made.version()))))
                .isInstanceOf(VersionMismatchException.class);
        assertThatThrownBy(() -> world.run(() -> world.rules.remove(made.id(), ExpectedVersion.of(made.version()))))
                .isInstanceOf(VersionMismatchException.class);
        world.run(() -> world.rules.remove(made.id(), ExpectedVersion.of(changed.version())));
        assertThatThrownBy(() -> world.rules.require(made.id())).isInstanceOf(AccessRuleNotFoundException.class);
    }

    @Test
    void a_rule_is_about_nobody_once_whom_it_is_about_is_gone() {
        long gallery = world.rows.gallery();
        PersonId person = world.rows.person(gallery);
        UUID user = world.rows.user();
        long department = world.rows.one("INSERT INTO department (name) VALUES ('Research') RETURNING id");
        world.rows.run("INSERT INTO role (name, description) VALUES ('guards', 'x')");
        AccessRule ofRole = world.allow(Whom.ROLE, "guards");
        AccessRule ofDepartment = world.allow(Whom.DEPARTMENT, Long.toString(department));
        AccessRule ofPerson = world.allow(Whom.PERSON, person.toString());
        AccessRule ofUser = world.allow(Whom.USER, user.toString());
        List<AccessRule> all = List.of(ofRole, ofDepartment, ofPerson, ofUser);
        assertThat(all)
                .extracting(AccessRule::subject)
                .containsExactly("guards", "Research", person.toString(), user.toString());

        world.rows.run("DELETE FROM role WHERE name = 'guards'");
        world.rows.run("DELETE FROM department WHERE id = ?", department);
        world.rows.run("DELETE FROM person WHERE id = ?", person.value());
        world.rows.run("DELETE FROM app_user WHERE id = ?", user);

        assertThat(all).allSatisfy(rule -> {
            AccessRule now = world.rules.require(rule.id());
            assertThat(now.isGone()).isTrue();
            assertThat(now.said().who()).isNull();
            assertThat(now.concerns(TestRules.ADA)).isFalse();
        });
    }

    @Test
    void a_rule_about_somebody_merged_is_about_the_survivor() {
        long gallery = world.rows.gallery();
        PersonId survivor = world.rows.person(gallery);
        PersonId merged = world.rows.person(gallery);
        AccessRule rule = world.allow(Whom.PERSON, merged.toString());

        world.rows.run("UPDATE person SET merged_into = ? WHERE id = ?", survivor.value(), merged.value());

        assertThat(world.rules.require(rule.id()).subject()).isEqualTo(survivor.toString());
        assertThat(world.rules.require(rule.id()).said().who()).isEqualTo(merged.toString());
    }

    @Test
    void whoever_is_erased_is_named_in_no_rule() {
        PersonId person = world.rows.person(world.rows.gallery());
        AccessRule rule = world.allow(Whom.PERSON, person.toString());
        var subject = new Subject(Set.of(person.value()), Set.of(), Set.of(), Set.of());

        new AccessPersonalData(world.database.app()).erase(subject);

        AccessRule now = world.rules.require(rule.id());
        assertThat(now.isGone()).isTrue();
        assertThat(now.said().title()).doesNotContain("A rule");
    }

    @ParameterizedTest
    @CsvSource({
        "ROLE, none-such, who",
        "ROLE, , who",
        "DEPARTMENT, 999999, who",
        "DEPARTMENT, Research, who",
        "PERSON, 99999999999999999999, who",
        "PERSON, 999999, who",
        "USER, somebody, who",
        "USER, 0198c5a1-7f2e-7a43-9c3b-5b0d3b1f6a10, who",
        "EVERYBODY, auditor, who"
    })
    void whom_a_rule_is_about_must_be_there(Whom whom, @org.jspecify.annotations.Nullable String who, String field) {
        assertThatThrownBy(() -> world.allow(whom, who))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refusal -> assertThat(refusal.field()).isEqualTo(field));
    }

    @Test
    void doors_calendars_and_times_must_make_sense() {
        var noCalendar = new CalendarTerm(new AccessCalendarId(999_999), true);
        var lost = new RuleTimes(WeeklyHours.ALWAYS, noCalendar, null, null);
        var nowhere = new NewAccessRule(
                "Nowhere", true, Effect.ALLOW, Whom.EVERYBODY, null, false, List.of(), RuleTimes.ALWAYS);

        assertThatThrownBy(() -> world.allow(Whom.EVERYBODY, null, "cellar")).hasMessageContaining("'cellar'");
        assertThatThrownBy(() -> world.in(() -> world.rules.add(nowhere))).hasMessageContaining("at least one door");
        assertThatThrownBy(() ->
                        world.in(() -> world.rules.add(said(Effect.ALLOW, Whom.EVERYBODY, null, lost))))
                .hasMessageContaining("999999");
        assertThatThrownBy(() -> new RuleTimes(WeeklyHours.ALWAYS, null, Instant.MAX, Instant.MIN))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void rules_are_listed_by_door_page_by_page() {
        world.door("tower");
        AccessRule here = world.allow(Whom.EVERYBODY, null, "tower");
        AccessRule elsewhere = world.allow(Whom.EVERYBODY, null, "main");
        AccessRule everywhere = world.allow(Whom.EVERYBODY, null);
        long before = here.id().value() - 1;

        var first = world.rules.list(new DoorName("tower"), before, 1);
        var second = world.rules.list(new DoorName("tower"), first.next().orElseThrow(), 1);

        assertThat(first.items()).extracting(AccessRule::id).containsExactly(here.id());
        assertThat(second.items()).extracting(AccessRule::id).containsExactly(everywhere.id());
        assertThat(second.next()).isEmpty();
        assertThat(world.rules.list(null, before, 10).items())
                .extracting(AccessRule::id)
                .containsExactly(here.id(), elsewhere.id(), everywhere.id());
    }

    @Test
    void a_calendar_is_changed_and_goes_when_no_rule_needs_it() {
        AccessCalendar made = calendar("Holidays", "2026-12-24");
        var times = new RuleTimes(WeeklyHours.ALWAYS, new CalendarTerm(made.id(), true), null, null);
        AccessRule rule = world.in(() -> world.rules.add(said(Effect.ALLOW, Whom.EVERYBODY, null, times)));
        var other = new NewAccessCalendar("HOLIDAYS", CalendarDays.of(List.of("yearly 12-25")));

        AccessCalendar changed = world.in(() -> world.calendars.change(made.id(), other, ExpectedVersion.of(1)));

        assertThat(changed.said()).isEqualTo(other);
        assertThat(world.rules.require(rule.id()).days()).isEqualTo(other.days());
        assertThatThrownBy(() -> world.run(() -> world.calendars.remove(made.id(), ExpectedVersion.ANY)))
                .isInstanceOf(AccessCalendarInUseException.class)
                .hasMessageContaining(rule.id().toString());
        assertThatThrownBy(() -> calendar("holidays", "2026-12-24")).isInstanceOf(AccessCalendarExistsException.class);
        assertThatThrownBy(() -> world.in(() -> world.calendars.change(made.id(), other, ExpectedVersion.of(1))))
                .isInstanceOf(VersionMismatchException.class);
        world.run(() -> world.rules.remove(rule.id(), ExpectedVersion.ANY));
        world.run(() -> world.calendars.remove(made.id(), ExpectedVersion.ANY));
        assertThatThrownBy(() -> world.calendars.require(made.id())).isInstanceOf(AccessCalendarNotFoundException.class);
        assertThat(world.calendars.list(0, 200).items()).doesNotContain(changed);
    }

    private static AccessCalendar calendar(String title, String... days) {
        return world.in(() -> world.calendars.add(new NewAccessCalendar(title, CalendarDays.of(List.of(days)))));
    }
}
