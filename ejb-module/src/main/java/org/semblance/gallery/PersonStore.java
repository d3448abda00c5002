package org.semblance.gallery;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.semblance.announcement.Announcement;
import org.semblance.announcement.Announcements;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.gallery.GalleryAnnouncements.Happening;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.Page;
import org.semblance.platform.Violation;
import org.semblance.vision.ModelId;

/** Persons in the database. */
@Stateless
@PermitAll
public class PersonStore {
    private static final String RECOGNISABLE = """
            SELECT id, name FROM semblance.person
             WHERE id = ANY (CAST(? AS bigint[])) AND deleted_at IS NULL AND suspended_at IS NULL
            """;

    private final GalleryStore galleries;
    private final AuditLog audit;
    private final Announcements announcements;
    private final Clock clock;

    @PersistenceContext
    private EntityManager entities;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected PersonStore() {
        this(null, null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the entity manager is injected after construction
    public PersonStore(GalleryStore galleries, AuditLog audit, Announcements announcements, Clock clock) {
        this.galleries = galleries;
        this.audit = audit;
        this.announcements = announcements;
        this.clock = clock;
    }

    public PersonId add(GalleryName gallery, NewPerson person, Actor actor) {
        Gallery found = galleries.require(gallery);
        checkFree(found.id(), person.externalId());
        return add(found, List.of(person), actor).get(0);
    }

    /** None of whom is there yet, each with another external id; their ids in the same order. */
    private List<PersonId> add(Gallery gallery, List<NewPerson> persons, Actor actor) {
        persons.forEach(person -> checkUser(person.userId()));
        var made = insert(gallery, persons);
        List<PersonId> ids = new ArrayList<>();
        List<AuditEvent> events = new ArrayList<>();
        List<Announcement> news = new ArrayList<>();
        for (NewPerson person : persons) {
            PersonId id = Optional.ofNullable(made.get(person.externalId()))
                    .orElseThrow(() -> new AlreadyExistsException(named(person.externalId())));
            ids.add(id);
            events.add(AuditEvent.success("person.created", "person", id).with("gallery", gallery.name()));
            news.add(Happening.PERSON_ENROLLED.in(gallery.id()).with("person", id.value()));
        }
        audit.record(actor, events);
        announcements.announce(news);
        return ids;
    }

    private Map<@Nullable String, PersonId> insert(Gallery gallery, List<NewPerson> persons) {
        try {
            return new PersonInserts(entities, clock.instant()).add(gallery.id(), persons);
        } catch (PersistenceException e) {
            throw Violation.isOf("person_gallery_id_fk", e) ? new GalleryNotFoundException(gallery.name()) : refused(e);
        }
    }

    /** The person that the caller's system knows by this external id, made when there is none yet. */
    public PersonId requireByExternalId(GalleryName gallery, NewPerson person, Actor actor) {
        return requireByExternalIds(gallery, List.of(person), actor).get(0).id();
    }

    /** The same of many, in the same order. */
    public List<Known> requireByExternalIds(GalleryName gallery, List<NewPerson> persons, Actor actor) {
        Gallery found = galleries.require(gallery);
        Map<String, NewPerson> wanted = new LinkedHashMap<>();
        persons.forEach(person -> wanted.putIfAbsent(externalId(person), person));
        Map<String, PersonId> ids = new HashMap<>();
        findByExternalIds(found.id(), wanted.keySet())
                .forEach((externalId, person) -> ids.put(externalId, requirePresent(person)));
        List<NewPerson> missing = wanted.values().stream()
                .filter(person -> !ids.containsKey(externalId(person)))
                .toList();
        List<PersonId> added = missing.isEmpty() ? List.of() : add(found, missing, actor);
        for (int i = 0; i < missing.size(); i++) {
            ids.put(externalId(missing.get(i)), added.get(i));
        }
        var isNew = new HashSet<>(added);
        return persons.stream()
                .map(person -> Objects.requireNonNull(ids.get(externalId(person))))
                .map(id -> new Known(id, isNew.remove(id)))
                .toList();
    }

    /** Who goes by an external id; made for it, said of one who is asked for several times the first time only. */
    public record Known(PersonId id, boolean isNew) {}

    /** Whether nobody has that external id yet; refuses that of somebody deleted. */
    public boolean isFree(GalleryName gallery, @Nullable String externalId) {
        return findByExternalId(galleries.require(gallery).id(), externalId)
                .map(PersonStore::requirePresent)
                .isEmpty();
    }

    /** Changes what is known of a person; refuses when it is no longer the version that the caller saw. */
    public PersonId change(PersonId id, PersonPatch patch, ExpectedVersion expected, Actor actor) {
        Person person = new LivePersons(entities).requireLocked(List.of(id)).get(0);
        expected.check(person.version());
        String wanted = patch.externalId().or(person.externalId());
        if (wanted != null && !wanted.equals(person.externalId())) {
            checkFree(person.galleryId(), wanted);
        }
        checkUser(patch.userId().value());
        Optional.ofNullable(patch.cover().value()).ifPresent(face -> new Covers(entities).check(face, person));
        person.change(patch);
        try {
            entities.flush();
        } catch (PersistenceException e) {
            throw Violation.isOf("person_gallery_id_external_id_uq", e)
                    ? new AlreadyExistsException(named(wanted), e)
                    : refused(e);
        }
        audit.record(actor, patch.told(AuditEvent.success("person.changed", "person", person.id())));
        announcements.announce(Happening.PERSON_CHANGED
                .in(person.galleryId())
                .with("person", person.id().value()));
        return person.id();
    }

    /** Refuses a person who is not there; the id they go by now. */
    public PersonId require(PersonId id) {
        return new LivePersons(entities).require(id).id();
    }

    public GalleryName galleryOf(PersonId id) {
        long gallery = new LivePersons(entities).require(id).galleryId();
        return entities.find(Gallery.class, gallery).name();
    }

    /**
     * A person as callers see it.
     *
     * @param model the active one; none while none is loaded
     */
    public PersonSummary requireSummary(PersonId id, Optional<ModelId> model) {
        PersonId living = require(id);
        List<Object[]> rows = entities.createQuery(PersonSummaries.SELECT + "WHERE p.id = :id", Object[].class)
                .setParameter("id", living.value())
                .getResultList();
        return new PersonSummaries(entities)
                .of(rows, model).stream().findFirst().orElseThrow(() -> new PersonNotFoundException(id));
    }

    /** A page of a gallery's persons; a text narrows it to those whose name or external id begins with it. */
    public Page<PersonSummary> list(PersonQuery query, Optional<ModelId> model) {
        String begins = query.text().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + '%';
        List<Object[]> rows = entities.createQuery(
                        PersonSummaries.SELECT + """
                                WHERE p.galleryId = :gallery AND p.id > :after AND p.mergedInto IS NULL
                                  AND (:all = TRUE OR LOWER(p.name) LIKE :begins ESCAPE '\\'
                                       OR LOWER(p.externalId) LIKE :begins ESCAPE '\\')
                                """ + which(query.which()) + " ORDER BY p.id", Object[].class)
                .setParameter("gallery", galleries.require(query.gallery()).id())
                .setParameter("after", query.after())
                .setParameter("all", query.text().isEmpty())
                .setParameter("begins", begins)
                .setMaxResults(Page.fetchSize(query.limit()))
                .getResultList();
        return Page.of(new PersonSummaries(entities).of(rows, model), query.limit(), person -> person.id()
                .value());
    }

    /**
     * What those people are called who may be recognised at this moment; empty for one without a name. Whoever was
     * deleted or withdrew their consent just now is missing, although searches in memory may not know it yet.
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    @SuppressWarnings("unchecked") // what native queries give
    public Map<PersonId, Optional<String>> recognisable(Collection<PersonId> persons) {
        if (persons.isEmpty()) {
            return Map.of();
        }
        List<Object[]> rows = entities.createNativeQuery(RECOGNISABLE)
                .setParameter(1, persons.stream().map(PersonId::toString).collect(Collectors.joining(",", "{", "}")))
                .getResultList();
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> new PersonId(((Number) row[0]).longValue()),
                        row -> Optional.ofNullable((String) row[1])));
    }

    private static String which(PersonQuery.Which which) {
        return switch (which) {
            case PRESENT -> "AND p.deletedAt IS NULL";
            case UNCLAIMED -> "AND p.deletedAt IS NULL AND p.userId IS NULL";
            case DELETED -> "AND p.deletedAt IS NOT NULL";
        };
    }

    private void checkFree(long gallery, @Nullable String externalId) {
        findByExternalId(gallery, externalId).ifPresent(person -> {
            requirePresent(person);
            throw new AlreadyExistsException(named(externalId));
        });
    }

    /** Whoever answers to an external id now, deleted or not. */
    private Optional<Person> findByExternalId(long gallery, @Nullable String externalId) {
        return externalId == null
                ? Optional.empty()
                : findByExternalIds(gallery, Set.of(externalId)).values().stream()
                        .findFirst();
    }

    /** The same for many, by their external ids. */
    private Map<String, Person> findByExternalIds(long gallery, Set<String> externalIds) {
        if (externalIds.isEmpty()) {
            return Map.of();
        }
        var living = new LivePersons(entities);
        return entities.createQuery(
                        "SELECT p FROM Person p WHERE p.galleryId = :gallery AND p.externalId IN :external",
                        Person.class)
                .setParameter("gallery", gallery)
                .setParameter("external", externalIds)
                .getResultStream()
                .collect(Collectors.toMap(
                        person -> Objects.requireNonNull(person.externalId()),
                        person -> living.survivor(person).orElseThrow()));
    }

    private static PersonId requirePresent(Person person) {
        if (person.isDeleted()) {
            throw new PersonDeletedException(person.id());
        }
        return person.id();
    }

    private void checkUser(@Nullable UUID user) {
        if (user != null
                && entities.createNativeQuery("SELECT id FROM app_user WHERE id = CAST(?1 AS uuid)")
                        .setParameter(1, user.toString())
                        .getResultList()
                        .isEmpty()) {
            throw new InvalidInputException("user_id", "There is no user " + user);
        }
    }

    /** Says it of a user who went after they had been looked for. */
    private static RuntimeException refused(PersistenceException failure) {
        return Violation.isOf("person_user_id_fk", failure)
                ? new InvalidInputException("user_id", "There is no such user any more")
                : failure;
    }

    private static String externalId(NewPerson person) {
        return Objects.requireNonNull(person.externalId());
    }

    private static String named(@Nullable String externalId) {
        return "A person with the external id '" + externalId + "'";
    }
}
