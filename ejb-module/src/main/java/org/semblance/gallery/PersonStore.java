package org.semblance.gallery;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.platform.Page;
import org.semblance.storage.ImageKey;

/** Persons in the database. */
@Stateless
@PermitAll
public class PersonStore {
    private static final String SUMMARY =
            "SELECT p, (SELECT COUNT(f) FROM Face f WHERE f.personId = p.id) FROM Person p ";

    private final GalleryStore galleries;
    private final AuditLog audit;
    private final Clock clock;

    @PersistenceContext
    private EntityManager entities;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected PersonStore() {
        this(null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the entity manager is injected after construction
    public PersonStore(GalleryStore galleries, AuditLog audit, Clock clock) {
        this.galleries = galleries;
        this.audit = audit;
        this.clock = clock;
    }

    public PersonId add(GalleryName gallery, NewPerson person) {
        return insert(gallery, person, null);
    }

    /** The person that the caller's system knows by this external id, made when there is none yet. */
    public PersonId requireByExternalId(GalleryName gallery, NewPerson person, Actor actor) {
        return findByExternalId(galleries.require(gallery), person.externalId())
                .map(Person::id)
                .orElseGet(() -> insert(gallery, person, actor));
    }

    private Optional<Person> findByExternalId(Gallery gallery, @Nullable String externalId) {
        return entities.createQuery(
                        "SELECT p FROM Person p WHERE p.galleryId = :gallery AND p.externalId = :external",
                        Person.class)
                .setParameter("gallery", gallery.id())
                .setParameter("external", externalId)
                .getResultStream()
                .findFirst();
    }

    public PersonId require(PersonId id) {
        return Optional.ofNullable(entities.find(Person.class, id.value()))
                .map(Person::id)
                .orElseThrow(() -> new PersonNotFoundException(id));
    }

    public GalleryName galleryOf(PersonId id) {
        return entities.find(
                        Gallery.class, entities.find(Person.class, id.value()).galleryId())
                .name();
    }

    public Person require(GalleryName gallery, PersonId id) {
        long galleryId = galleries.require(gallery).id();
        return Optional.ofNullable(entities.find(Person.class, id.value()))
                .filter(person -> person.galleryId() == galleryId)
                .orElseThrow(() -> new PersonNotFoundException(id, gallery));
    }

    public PersonSummary requireSummary(GalleryName gallery, PersonId id) {
        require(gallery, id);
        return entities.createQuery(SUMMARY + "WHERE p.id = :id", Object[].class)
                .setParameter("id", id.value())
                .getResultStream()
                .map(PersonStore::summary)
                .findFirst()
                .orElseThrow(() -> new PersonNotFoundException(id, gallery));
    }

    /** A page of a gallery's persons; a text narrows it to those whose name or external id begins with it. */
    public Page<PersonSummary> list(PersonQuery query) {
        String begins = query.text().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + '%';
        List<PersonSummary> rows = entities.createQuery(SUMMARY + """
                                WHERE p.galleryId = :gallery AND p.id > :after
                                  AND (:all = TRUE OR LOWER(p.name) LIKE :begins ESCAPE '\\'
                                       OR LOWER(p.externalId) LIKE :begins ESCAPE '\\')
                                ORDER BY p.id
                                """, Object[].class)
                .setParameter("gallery", galleries.require(query.gallery()).id())
                .setParameter("after", query.after())
                .setParameter("all", query.text().isEmpty())
                .setParameter("begins", begins)
                .setMaxResults(Page.fetchSize(query.limit()))
                .getResultStream()
                .map(PersonStore::summary)
                .toList();
        return Page.of(rows, query.limit(), person -> person.id().value());
    }

    /** What people are called; those without a name are left out. */
    public Map<PersonId, String> names(Collection<PersonId> persons) {
        if (persons.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery("SELECT p FROM Person p WHERE p.id IN :ids AND p.name IS NOT NULL", Person.class)
                .setParameter("ids", persons.stream().map(PersonId::value).toList())
                .getResultStream()
                .collect(Collectors.toMap(Person::id, person -> String.valueOf(person.name())));
    }

    /** Removes a person with all faces and embeddings; returns the images that nothing refers to now. */
    public List<ImageKey> remove(GalleryName gallery, PersonId id) {
        Person person = require(gallery, id);
        List<ImageKey> images = FaceImages.removeOf(entities, "person_id", id.value());
        entities.remove(person);
        audit.record(AuditEvent.success("person.deleted", "person", id).with("gallery", gallery));
        return images;
    }

    private PersonId insert(GalleryName gallery, NewPerson person, @Nullable Actor actor) {
        var found = galleries.require(gallery);
        String taken = "A person with the external id '" + person.externalId() + "'";
        if (person.externalId() != null
                && findByExternalId(found, person.externalId()).isPresent()) {
            throw new AlreadyExistsException(taken);
        }
        var row = new Person(found, person, clock.instant());
        try {
            entities.persist(row);
            entities.flush();
        } catch (PersistenceException e) {
            throw new AlreadyExistsException(taken, e);
        }
        var event = AuditEvent.success("person.created", "person", row.id()).with("gallery", gallery);
        if (actor == null) {
            audit.record(event);
        } else {
            audit.record(actor, event);
        }
        return row.id();
    }

    private static PersonSummary summary(Object[] row) {
        Person person = (Person) row[0];
        return new PersonSummary(person.id(), person.name(), person.externalId(), (Long) row[1], person.createdAt());
    }
}
