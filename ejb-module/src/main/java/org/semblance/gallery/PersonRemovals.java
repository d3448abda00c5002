package org.semblance.gallery;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.semblance.announcement.Announcements;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.gallery.GalleryAnnouncements.Happening;
import org.semblance.storage.ImageKey;

/** Deletes persons, at first so that they can be brought back, and purges persons and faces for good. */
@Stateless
@PermitAll
public class PersonRemovals {
    private final AuditLog audit;
    private final Announcements announcements;
    private final Clock clock;

    @PersistenceContext
    private EntityManager entities;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected PersonRemovals() {
        this(null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the entity manager is injected after construction
    public PersonRemovals(AuditLog audit, Announcements announcements, Clock clock) {
        this.audit = audit;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Hides a person from all lists, searches and decisions; everything stays until the purge. */
    public void delete(PersonId id, Actor actor) {
        Person person = new LivePersons(entities).requireLocked(List.of(id)).get(0);
        person.delete(clock.instant());
        audit.record(actor, AuditEvent.success("person.deleted", "person", person.id()));
        announce(Happening.PERSON_DELETED, person);
    }

    public PersonId restore(PersonId id, Actor actor) {
        var persons = new LivePersons(entities);
        Person person = persons.requireDeleted(id);
        persons.lock(List.of(person));
        if (person.isDeleted()) {
            person.bringBack();
            audit.record(actor, AuditEvent.success("person.restored", "person", person.id()));
            announce(Happening.PERSON_RESTORED, person);
        }
        return person.id();
    }

    /** Removes a person, deleted before or not, with all faces and embeddings; returns images to remove. */
    public List<ImageKey> purge(PersonId id, Actor actor) {
        var persons = new LivePersons(entities);
        Person person = persons.survivor(entities.find(Person.class, id.value()))
                .orElseThrow(() -> new PersonNotFoundException(id));
        persons.lock(List.of(person));
        new HoldCheck(entities, clock).person(person.id());
        return purge(person, actor);
    }

    /** Removes somebody deleted whose time is over; the caller holds their row. Returns images to remove. */
    public List<ImageKey> purgeDeleted(PersonId id, Actor actor) {
        Person person = entities.find(Person.class, id.value());
        new LivePersons(entities).lock(List.of(person));
        return purge(person, actor);
    }

    private List<ImageKey> purge(Person person, Actor actor) {
        List<ImageKey> images =
                FaceImages.removeOf(entities, "person_id", List.of(person.id().value()));
        remove(person, actor);
        return images;
    }

    /** Removes a face with its embeddings, and a person of whom nothing else was known; returns images to remove. */
    public List<ImageKey> removeFace(FaceId id, Actor actor) {
        Face face = Optional.ofNullable(entities.find(Face.class, id.value()))
                .orElseThrow(() -> new FaceNotFoundException(id));
        var persons = new LivePersons(entities);
        if (face.person().isPresent() && face.person().flatMap(persons::find).isEmpty()) {
            throw new FaceNotFoundException(id);
        }
        Optional<Person> owner =
                persons.requireLocked(face.person().stream().toList()).stream().findFirst();
        owner.map(Person::id).ifPresent(new HoldCheck(entities, clock)::person);
        List<ImageKey> images = FaceImages.removeOf(entities, "id", List.of(id.value()));
        audit.record(actor, AuditEvent.success("face.deleted", "face", id));
        announcements.announce(Happening.FACE_DELETED
                .in(face.galleryId())
                .with("face", id.value())
                .withOptional("person", owner.map(person -> person.id().value()).orElse(null)));
        owner.filter(person -> person.isAnonymous() && new FaceMoves(entities).count(person.id()) == 0)
                .ifPresent(person -> remove(person, actor));
        return images;
    }

    private void remove(Person person, Actor actor) {
        entities.remove(person);
        audit.record(actor, AuditEvent.success("person.purged", "person", person.id()));
        announce(Happening.PERSON_PURGED, person);
    }

    private void announce(Happening happening, Person person) {
        announcements.announce(
                happening.in(person.galleryId()).with("person", person.id().value()));
    }
}
