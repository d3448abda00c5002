package org.semblance.surveillance.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.PersonNotFoundException;
import org.semblance.gallery.PersonSubjects;
import org.semblance.identity.CurrentUser;
import org.semblance.identity.Scope;
import org.semblance.identity.SignedInUser;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.Page;
import org.semblance.platform.Permissions;
import org.semblance.surveillance.CameraName;
import org.semblance.surveillance.PersonFacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Who would pass where, asked of the database's rules by way of memory. */
class AccessQuestionsIT {
    /** A Saturday. */
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final DoorName MAIN = new DoorName("main");

    private static AccessWorld world;
    private static AccessQuestions questions;
    private static long staff;
    private static long visitors;
    private static CameraName camera;
    private static PersonId ada;
    private static PersonId bob;

    @BeforeAll
    static void open() {
        world = new AccessWorld(CLOCK);
        var app = world.database.app();
        questions = new AccessQuestions(
                world.book, world.judge(CLOCK), new PersonFacts(app), new PersonSubjects(app), CLOCK);
        staff = world.rows.gallery();
        visitors = world.rows.gallery();
        camera = world.camera(staff);
        world.door("main", camera);
        world.door("lobby", world.camera(visitors));
        ada = guard("Ada");
        bob = person(staff, "Bob");
        world.in(() -> world.rules.add(AccessWorld.said(
                Effect.ALLOW,
                Whom.ROLE,
                "security-operator",
                new RuleTimes(WeeklyHours.of(List.of("sat 08:00-12:00")), null, null, null),
                "main")));
        world.book.read();
    }

    @AfterEach
    void sign_out() {
        CurrentUser.end();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void tells_whether_somebody_would_pass_and_by_which_rule() {
        callerReads(Scope.EVERYWHERE);

        AccessAnswer now = questions.explain(MAIN, Optional.of(ada), Optional.empty());
        AccessAnswer later = questions.explain(camera, Optional.of(ada), Optional.of(NOW.plus(Duration.ofHours(4))));
        AccessAnswer never = questions.explain(MAIN, Optional.of(bob), Optional.empty());

        assertThat(now.decision().reason()).isEqualTo(AccessReason.ALLOWED);
        assertThat(now.decision().rule()).isEqualTo(world.rules.all().get(0).id());
        assertThat(now.name()).isEqualTo("Ada");
        assertThat(now.at()).isEqualTo(NOW);
        assertThat(now.readAt()).isEqualTo(NOW);
        assertThat(now.nextAllowed()).isNull();
        assertThat(later.decision().reason()).isEqualTo(AccessReason.OUTSIDE_HOURS);
        assertThat(later.nextAllowed()).isEqualTo("2026-11-28T07:00:00Z");
        assertThat(never.decision().reason()).isEqualTo(AccessReason.NO_RULE);
        assertThat(never.nextAllowed()).isNull();
    }

    @Test
    void names_are_for_those_who_may_read_persons_there() {
        callerReads(Scope.of(Set.of(visitors)));

        assertThat(questions.explain(MAIN, Optional.of(ada), Optional.empty()).name())
                .isNull();
        assertThat(questions.passers(MAIN, Optional.empty(), 0, 10).items())
                .isNotEmpty()
                .allMatch(answer -> answer.name() == null);
    }

    @Test
    void who_may_not_be_recognised_does_not_pass_and_who_was_merged_is_the_survivor() {
        callerReads(Scope.EVERYWHERE);
        PersonId suspended = guard("Cid");
        world.rows.run("UPDATE person SET suspended_at = now() WHERE id = ?", suspended.value());
        PersonId merged = person(staff, "Ada L.");
        world.rows.run("UPDATE person SET merged_into = ? WHERE id = ?", ada.value(), merged.value());
        PersonId disabled = guard("Dot");
        world.rows.run(
                "UPDATE app_user SET status = 'disabled' WHERE id = (SELECT user_id FROM person WHERE id = ?)",
                disabled.value());
        PersonId visitor = person(visitors, "Eve");

        assertThat(reason(suspended)).isEqualTo(AccessReason.NOT_RECOGNISED);
        assertThat(reason(disabled)).isEqualTo(AccessReason.USER_DISABLED);
        assertThat(reason(visitor)).isEqualTo(AccessReason.NOT_WATCHED);
        assertThat(questions
                        .explain(MAIN, Optional.of(merged), Optional.empty())
                        .person())
                .isEqualTo(ada);
        assertThat(questions.doorsOf(suspended, Optional.empty(), 0, 10).items())
                .isEmpty();
    }

    @Test
    void what_is_not_there_is_said_to_be_missing() {
        callerReads(Scope.EVERYWHERE);

        assertThatThrownBy(() -> questions.explain(new DoorName("cellar"), Optional.empty(), Optional.empty()))
                .isInstanceOf(DoorNotFoundException.class);
        assertThatThrownBy(() -> questions.explain(new CameraName("none"), Optional.empty(), Optional.empty()))
                .isInstanceOf(CameraAtNoDoorException.class);
        assertThatThrownBy(() -> questions.explain(MAIN, Optional.empty(), Optional.empty()))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> questions.explain(MAIN, Optional.of(new PersonId(999_999)), Optional.empty()))
                .isInstanceOf(PersonNotFoundException.class);
        assertThatThrownBy(() -> questions.doorsOf(new PersonId(999_999), Optional.empty(), 0, 10))
                .isInstanceOf(PersonNotFoundException.class);
        assertThatThrownBy(() -> questions.passers(MAIN, Optional.empty(), 0, 0))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void tells_of_everybody_what_would_become_of_them() {
        callerReads(Scope.EVERYWHERE);

        Page<AccessAnswer> first = questions.everybody(MAIN, Optional.of(NOW), 0, 1);
        Page<AccessAnswer> rest =
                questions.everybody(MAIN, Optional.of(NOW), first.next().orElseThrow(), 100);

        assertThat(first.items().get(0).person()).isEqualTo(ada);
        assertThat(first.items().get(0).decision().isAllowed()).isTrue();
        assertThat(rest.items())
                .filteredOn(answer -> answer.person().equals(bob))
                .singleElement()
                .satisfies(answer -> assertThat(answer.decision().reason()).isEqualTo(AccessReason.NO_RULE));
    }

    @Test
    void rules_name_the_persons_whom_the_caller_may_know() {
        var subjects = new RuleSubjects(world.database.app());
        AccessRule rule = world.allow(Whom.PERSON, ada.toString(), "main");
        world.allow(Whom.EVERYBODY, null, "lobby");
        world.book.read();

        callerReads(Scope.EVERYWHERE);
        assertThat(subjects.names(world.rules.all())).containsExactly(Map.entry(rule.id(), "Ada"));
        callerReads(Scope.of(Set.of(visitors)));
        assertThat(subjects.names(world.rules.all())).isEmpty();
        world.run(() -> world.rules.remove(rule.id(), ExpectedVersion.ANY));
        world.book.read();
    }

    @Test
    void lists_the_doors_that_look_for_somebody() {
        callerReads(Scope.EVERYWHERE);

        var doors = questions.doorsOf(ada, Optional.empty(), 0, 10);

        assertThat(doors.items()).extracting(answer -> answer.door().name()).containsExactly(MAIN);
        assertThat(doors.items()).allMatch(answer -> answer.decision().isAllowed());
        assertThat(doors.next()).isEmpty();
        assertThat(questions
                        .doorsOf(
                                ada,
                                Optional.empty(),
                                doors.items().get(0).door().id(),
                                10)
                        .items())
                .isEmpty();
    }

    @Test
    void a_page_of_those_who_pass_looks_at_a_bounded_number_of_persons() {
        callerReads(Scope.EVERYWHERE);
        long gallery = world.rows.gallery();
        world.door("plant", world.camera(gallery));
        world.rows.run(
                "INSERT INTO person (gallery_id) SELECT ? FROM generate_series(1, ?)",
                gallery,
                AccessQuestions.LOOKED_AT);
        PersonId first = person(gallery, "Fay");
        PersonId second = person(gallery, "Gil");
        world.allow(Whom.PERSON, first.toString(), "plant");
        world.allow(Whom.PERSON, second.toString(), "plant");
        world.book.read();
        var plant = new DoorName("plant");

        Page<AccessAnswer> none = questions.passers(plant, Optional.empty(), 0, 1);
        Page<AccessAnswer> one =
                questions.passers(plant, Optional.empty(), none.next().orElseThrow(), 1);
        Page<AccessAnswer> other =
                questions.passers(plant, Optional.empty(), one.next().orElseThrow(), 1);

        assertThat(none.items()).isEmpty();
        assertThat(one.items()).extracting(AccessAnswer::person).containsExactly(first);
        assertThat(other.items()).extracting(AccessAnswer::person).containsExactly(second);
        assertThat(other.next()).isEmpty();
    }

    private static AccessReason reason(PersonId person) {
        return questions
                .explain(MAIN, Optional.of(person), Optional.empty())
                .decision()
                .reason();
    }

    private static void callerReads(Scope scope) {
        var scopes = Map.of(Permissions.ACCESS_READ, Scope.EVERYWHERE, Permissions.PERSON_READ, scope);
        CurrentUser.begin(new SignedInUser(new UUID(0, 1), "anna", "Anna", scopes, null));
    }

    private static PersonId person(long gallery, String name) {
        PersonId person = world.rows.person(gallery);
        world.rows.run("UPDATE person SET name = ? WHERE id = ?", name, person.value());
        return person;
    }

    private static PersonId guard(String name) {
        PersonId person = person(staff, name);
        UUID user = world.rows.user();
        world.rows.run("UPDATE person SET user_id = ? WHERE id = ?", user, person.value());
        world.rows.run(
                "INSERT INTO user_role (user_id, role_id) SELECT ?, id FROM role WHERE name = 'security-operator'",
                user);
        return person;
    }
}
