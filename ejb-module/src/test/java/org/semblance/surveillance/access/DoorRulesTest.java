package org.semblance.surveillance.access;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.semblance.surveillance.KnownPerson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.semblance.surveillance.access.TestRules.ADA;
import static org.semblance.surveillance.access.TestRules.BOB;
import static org.semblance.surveillance.access.TestRules.USER;
import static org.semblance.surveillance.access.TestRules.allow;
import static org.semblance.surveillance.access.TestRules.deny;
import static org.semblance.surveillance.access.TestRules.disabled;
import static org.semblance.surveillance.access.TestRules.door;

class DoorRulesTest {
    private static final String BERLIN = "Europe/Berlin";

    /** A Saturday, 11:00 in Berlin. */
    private static final Instant SATURDAY = Instant.parse("2026-11-21T10:00:00Z");

    static Stream<Arguments> whom() {
        return Stream.of(
                arguments(List.of(), ADA, "no-rule", null),
                arguments(List.of(allow(1)), ADA, "allowed", 1L),
                arguments(List.of(allow(1).off()), ADA, "no-rule", null),
                arguments(List.of(allow(1)), disabled(ADA), "user-disabled", null),
                arguments(List.of(allow(1), deny(2)), ADA, "denied-by-rule", 2L),
                arguments(List.of(allow(1), deny(2).off()), ADA, "allowed", 1L),
                arguments(List.of(allow(1), deny(2).of(Whom.ROLE, "guard")), ADA, "denied-by-rule", 2L),
                arguments(List.of(allow(1), deny(2).of(Whom.ROLE, "guard")), BOB, "allowed", 1L),
                arguments(List.of(allow(1), deny(2).at("mon 08:00-09:00")), ADA, "allowed", 1L),
                arguments(List.of(allow(1).of(Whom.ROLE, "guard")), ADA, "allowed", 1L),
                arguments(List.of(allow(1).of(Whom.ROLE, "auditor")), ADA, "no-rule", null),
                arguments(List.of(allow(1).of(Whom.DEPARTMENT, "Research")), ADA, "allowed", 1L),
                arguments(List.of(allow(1).of(Whom.DEPARTMENT, "Research")), BOB, "no-rule", null),
                arguments(List.of(allow(1).of(Whom.PERSON, "4711")), ADA, "allowed", 1L),
                arguments(List.of(allow(1).of(Whom.PERSON, "4711")), BOB, "no-rule", null),
                arguments(List.of(allow(1).of(Whom.USER, USER.toString())), ADA, "allowed", 1L),
                arguments(List.of(allow(1).of(Whom.USER, USER.toString())), BOB, "no-rule", null),
                arguments(List.of(allow(1).of(Whom.ROLE, null)), ADA, "no-rule", null),
                arguments(List.of(allow(1).at("mon 08:00-09:00"), allow(2)), ADA, "allowed", 2L),
                arguments(List.of(allow(3).at("mon 08:00-09:00")), ADA, "outside-hours", 3L));
    }

    @ParameterizedTest
    @MethodSource("whom")
    void denies_unless_allowed_and_denials_win(
            List<TestRules.Builder> rules,
            KnownPerson who,
            String reason,
            @org.jspecify.annotations.Nullable Long rule) {
        AccessDecision decision =
                rules(BERLIN, rules.toArray(TestRules.Builder[]::new)).decide(who, SATURDAY);

        assertThat(decision.reason().code()).isEqualTo(reason);
        assertThat(decision.rule()).isEqualTo(rule == null ? null : new AccessRuleId(rule));
        assertThat(decision.isAllowed()).isEqualTo(reason.equals("allowed"));
    }

    static Stream<Arguments> times() {
        return Stream.concat(hours(), days());
    }

    private static Stream<Arguments> hours() {
        var office = allow(1).at("mon-fri 07:00-19:00");
        var night = allow(1).at("fri 22:00-06:00");
        var shift = allow(1).at("sat-sun 01:30-02:30");
        return Stream.of(
                // Monday in winter, an hour ahead of UTC, and in summer, two.
                arguments(office, BERLIN, "2026-11-23T05:59:59Z", false),
                arguments(office, BERLIN, "2026-11-23T06:00:00Z", true),
                arguments(office, BERLIN, "2026-11-23T17:59:59Z", true),
                arguments(office, BERLIN, "2026-11-23T18:00:00Z", false),
                arguments(office, BERLIN, "2026-07-20T05:00:00Z", true),
                arguments(office, BERLIN, "2026-07-20T17:00:00Z", false),
                arguments(office, "Asia/Kolkata", "2026-11-23T01:30:00Z", true),
                arguments(office, BERLIN, "2026-11-21T10:00:00Z", false),
                // Over midnight, and on no other day.
                arguments(night, BERLIN, "2026-11-20T20:59:00Z", false),
                arguments(night, BERLIN, "2026-11-20T21:00:00Z", true),
                arguments(night, BERLIN, "2026-11-21T04:59:59Z", true),
                arguments(night, BERLIN, "2026-11-21T05:00:00Z", false),
                arguments(night, BERLIN, "2026-11-20T03:00:00Z", false),
                arguments(night, BERLIN, "2026-11-21T21:00:00Z", false),
                // Clocks go on from 02:00 to 03:00 on 29 March.
                arguments(shift, BERLIN, "2026-03-29T00:29:59Z", false),
                arguments(shift, BERLIN, "2026-03-29T00:30:00Z", true),
                arguments(shift, BERLIN, "2026-03-29T00:59:59Z", true),
                arguments(shift, BERLIN, "2026-03-29T01:00:00Z", false),
                // Clocks go back from 03:00 to 02:00 on 25 October: the hour from 02:00 comes twice.
                arguments(shift, BERLIN, "2026-10-25T00:29:59Z", true),
                arguments(shift, BERLIN, "2026-10-25T00:30:00Z", false),
                arguments(shift, BERLIN, "2026-10-25T01:00:00Z", true),
                arguments(shift, BERLIN, "2026-10-25T01:29:59Z", true),
                arguments(shift, BERLIN, "2026-10-25T01:30:00Z", false));
    }

    private static Stream<Arguments> days() {
        var workdays = allow(1).at("mon-sun 08:00-18:00").never("yearly 12-24..12-26", "2026-05-01");
        var holidays = allow(1).only("yearly 12-24..01-06");
        var leap = allow(1).only("yearly 02-29");
        var nightBefore = allow(1).at("thu 22:00-06:00").never("2026-12-25");
        var term = allow(1).from("2026-11-21T10:00:00Z").until("2026-11-22T10:00:00Z");
        return Stream.of(
                // Calendars go by the day at the door.
                arguments(workdays, BERLIN, "2026-12-23T10:00:00Z", true),
                arguments(workdays, BERLIN, "2026-12-24T10:00:00Z", false),
                arguments(workdays, BERLIN, "2027-12-26T10:00:00Z", false),
                arguments(workdays, BERLIN, "2026-05-01T10:00:00Z", false),
                arguments(workdays, BERLIN, "2027-05-01T10:00:00Z", true),
                arguments(holidays, BERLIN, "2026-12-23T22:59:59Z", false),
                arguments(holidays, BERLIN, "2026-12-23T23:00:00Z", true),
                arguments(holidays, BERLIN, "2027-01-06T22:59:59Z", true),
                arguments(holidays, BERLIN, "2027-01-06T23:00:00Z", false),
                arguments(leap, BERLIN, "2028-02-29T10:00:00Z", true),
                arguments(leap, BERLIN, "2027-02-28T10:00:00Z", false),
                arguments(leap, BERLIN, "2027-03-01T10:00:00Z", false),
                // A night belongs to the day on which it begins.
                arguments(nightBefore, BERLIN, "2026-12-25T03:00:00Z", true),
                arguments(allow(1).at("fri 22:00-06:00").never("2026-12-25"), BERLIN, "2026-12-26T03:00:00Z", false),
                arguments(term, BERLIN, "2026-11-21T09:59:59Z", false),
                arguments(term, BERLIN, "2026-11-21T10:00:00Z", true),
                arguments(term, BERLIN, "2026-11-22T10:00:00Z", false));
    }

    @ParameterizedTest
    @MethodSource("times")
    void goes_by_the_clock_at_the_door(TestRules.Builder rule, String zone, String at, boolean isAllowed) {
        assertThat(rules(zone, rule).decide(ADA, Instant.parse(at)).isAllowed()).isEqualTo(isAllowed);
    }

    @Test
    void a_disabled_door_opens_for_nobody() {
        var closed = new DoorRules(door(BERLIN, false), List.of(allow(1).rule()));

        assertThat(closed.decide(ADA, SATURDAY).reason()).isEqualTo(AccessReason.DOOR_DISABLED);
        assertThat(closed.nextAllowed(ADA, SATURDAY)).isEmpty();
    }

    static Stream<Arguments> next() {
        var office = allow(1).at("mon-fri 07:00-19:00");
        return Stream.of(
                arguments(List.of(office), SATURDAY.toString(), "2026-11-23T06:00:00Z"),
                arguments(
                        List.of(office, deny(2).until("2026-11-24T08:30:00Z")),
                        SATURDAY.toString(),
                        "2026-11-24T08:30:00Z"),
                arguments(List.of(allow(1).from("2027-02-01T12:00:00Z")), SATURDAY.toString(), "2027-02-01T12:00:00Z"),
                arguments(List.of(allow(1).only("yearly 12-24")), SATURDAY.toString(), "2026-12-23T23:00:00Z"),
                arguments(List.of(allow(1).only("2030-01-01")), SATURDAY.toString(), ""),
                arguments(List.of(allow(1), deny(2)), SATURDAY.toString(), ""),
                arguments(List.of(deny(2).until("2026-11-24T08:30:00Z")), SATURDAY.toString(), ""),
                // 02:15 is skipped on this night: the clock shows 03:00 when the hours have begun.
                arguments(List.of(allow(1).at("sun 02:15-04:00")), "2026-03-29T00:00:00Z", "2026-03-29T01:00:00Z"),
                // The second time that the clock shows 02:00.
                arguments(List.of(allow(1).at("sun 01:30-02:30")), "2026-10-25T00:45:00Z", "2026-10-25T01:00:00Z"),
                arguments(
                        List.of(allow(1).at("fri 22:00-06:00"), deny(2).at("fri 00:00-24:00")),
                        "2026-11-20T22:30:00Z",
                        "2026-11-20T23:00:00Z"));
    }

    @ParameterizedTest
    @MethodSource("next")
    void tells_when_somebody_may_pass_next(List<TestRules.Builder> rules, String at, String next) {
        var found = rules(BERLIN, rules.toArray(TestRules.Builder[]::new)).nextAllowed(ADA, Instant.parse(at));

        assertThat(found.map(Instant::toString).orElse("")).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({
        "too-close, ambiguous",
        "not-live, not-live",
        "face-quality-low, face-quality-low",
        "below-threshold, not-recognised",
        "nobody-enrolled, not-recognised",
        "too-few-faces, not-recognised"
    })
    void nobody_known_is_denied_for_the_reason_of_the_recognition(String reason, String code) {
        assertThat(AccessReason.ofFace(reason).code()).isEqualTo(code);
    }

    private static DoorRules rules(String zone, TestRules.Builder... rules) {
        return new DoorRules(
                door(zone, true), Stream.of(rules).map(TestRules.Builder::rule).toList());
    }
}
