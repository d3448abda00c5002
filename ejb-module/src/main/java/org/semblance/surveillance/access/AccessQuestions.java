package org.semblance.surveillance.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.PersonSubjects;
import org.semblance.identity.CurrentUser;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.Page;
import org.semblance.platform.Permissions;
import org.semblance.surveillance.CameraName;
import org.semblance.surveillance.KnownPerson;
import org.semblance.surveillance.PersonFacts;

/** Tells who would pass where and why, as the doors would decide it: by the same rules and the same judge. */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AccessQuestions {
    /** How many persons a page looks at, so that it costs the same however few of them may pass. */
    public static final int LOOKED_AT = 1000;

    private final AccessBook book;
    private final AccessJudge judge;
    private final PersonFacts facts;
    private final PersonSubjects persons;
    private final Clock clock;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected AccessQuestions() {
        this(null, null, null, null, null);
    }

    @Inject
    public AccessQuestions(AccessBook book, AccessJudge judge, PersonFacts facts, PersonSubjects persons, Clock clock) {
        this.book = book;
        this.judge = judge;
        this.facts = facts;
        this.persons = persons;
        this.clock = clock;
    }

    /** Whether somebody would pass a door, now unless another time is named. */
    @RolesAllowed(Permissions.ACCESS_READ)
    public AccessAnswer explain(DoorName door, Optional<PersonId> person, Optional<Instant> at) {
        return explain(() -> book.require(door), person, at);
    }

    /** Whether somebody would pass the door that a camera watches. */
    @RolesAllowed(Permissions.ACCESS_READ)
    public AccessAnswer explain(CameraName camera, Optional<PersonId> person, Optional<Instant> at) {
        return explain(() -> book.require(camera), person, at);
    }

    /**
     * Those who would pass a door. A page looks at {@link #LOOKED_AT} persons at most and may hold fewer than asked for,
     * even none, although there is a next one.
     */
    @RolesAllowed(Permissions.ACCESS_READ)
    public Page<AccessAnswer> passers(DoorName door, Optional<Instant> when, long after, int limit) {
        DoorRules rules = book.require(door);
        Page.fetchSize(limit);
        Instant at = when.orElseGet(clock::instant);
        List<AccessAnswer> passing = new ArrayList<>();
        List<KnownPerson> candidates = facts.list(rules.door().galleries(), new PersonId(after), LOOKED_AT);
        for (int i = 0; i < candidates.size(); i++) {
            KnownPerson who = candidates.get(i);
            AccessDecision decision = judge.decide(rules, who, at);
            if (decision.isAllowed()) {
                passing.add(answer(rules, who, decision, null, at));
            }
            boolean isLast = i == candidates.size() - 1 && candidates.size() < LOOKED_AT;
            if (passing.size() == limit && !isLast) {
                return new Page<>(passing, OptionalLong.of(who.id().value()));
            }
        }
        return new Page<>(passing, next(candidates));
    }

    /** What would become of everybody at a door: of whom its cameras look for, in the order of ids. */
    @RolesAllowed(Permissions.ACCESS_READ)
    public Page<AccessAnswer> everybody(DoorName door, Optional<Instant> when, long after, int limit) {
        DoorRules rules = book.require(door);
        Instant at = when.orElseGet(clock::instant);
        List<AccessAnswer> answers =
                facts.list(rules.door().galleries(), new PersonId(after), Page.fetchSize(limit)).stream()
                        .map(who -> answer(rules, who, judge.decide(rules, who, at), null, at))
                        .toList();
        return Page.of(answers, limit, answer -> answer.person().value());
    }

    /** What would become of somebody at each door whose cameras look for them, in the order of doors' ids. */
    @RolesAllowed(Permissions.ACCESS_READ)
    public Page<AccessAnswer> doorsOf(PersonId person, Optional<Instant> when, long after, int limit) {
        int most = Page.fetchSize(limit);
        Instant at = when.orElseGet(clock::instant);
        PersonId asked = persons.require(person);
        List<AccessAnswer> answers = find(asked).stream()
                .flatMap(who -> book.all().stream()
                        .filter(rules -> rules.door().id() > after
                                && rules.door().galleries().contains(who.galleryId()))
                        .limit(most)
                        .map(rules -> answer(rules, who, judge.decide(rules, who, at), null, at)))
                .toList();
        return Page.of(answers, limit, answer -> answer.door().id());
    }

    private AccessAnswer explain(Supplier<DoorRules> door, Optional<PersonId> person, Optional<Instant> when) {
        DoorRules rules = door.get();
        PersonId asked = persons.require(person.orElseThrow(
                () -> new InvalidInputException("person", "person is the id of the person who would pass")));
        Instant at = when.orElseGet(clock::instant);
        return find(asked)
                .map(who -> {
                    AccessDecision decision = judge.decide(rules, who, at);
                    Instant next =
                            decision.isAboutTime() ? rules.nextAllowed(who, at).orElse(null) : null;
                    return answer(rules, who, decision, next, at);
                })
                .orElseGet(() -> new AccessAnswer(
                        rules.door(),
                        asked,
                        null,
                        AccessDecision.denied(AccessReason.NOT_RECOGNISED),
                        null,
                        at,
                        book.readAt()));
    }

    /** Nobody when they are deleted or have withdrawn their consent: then they are not recognised. */
    private Optional<KnownPerson> find(PersonId person) {
        return Optional.ofNullable(facts.find(List.of(person)).get(person));
    }

    private AccessAnswer answer(
            DoorRules rules, KnownPerson who, AccessDecision decision, @Nullable Instant next, Instant at) {
        boolean isNamed = CurrentUser.require().scope(Permissions.PERSON_READ).includes(who.galleryId());
        return new AccessAnswer(rules.door(), who.id(), isNamed ? who.name() : null, decision, next, at, book.readAt());
    }

    private static OptionalLong next(List<KnownPerson> candidates) {
        return candidates.size() < LOOKED_AT
                ? OptionalLong.empty()
                : OptionalLong.of(candidates.get(candidates.size() - 1).id().value());
    }
}
