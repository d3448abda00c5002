package org.semblance.gallery;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.semblance.announcement.Announcements;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.gallery.GalleryAnnouncements.Happening;

/**
 * Undoes merges, splits and moves, the last of a person first. Faces that were moved or deleted since are left where
 * they are, and names given since are kept.
 */
@Stateless
@PermitAll
public class ChangeUndo {
    private final AuditLog audit;
    private final Announcements announcements;
    private final Clock clock;

    @PersistenceContext
    private EntityManager entities;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ChangeUndo() {
        this(null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the entity manager is injected after construction
    public ChangeUndo(AuditLog audit, Announcements announcements, Clock clock) {
        this.audit = audit;
        this.announcements = announcements;
        this.clock = clock;
    }

    public void undo(PersonChangeId id, Actor actor) {
        var log = new ChangeLog(entities);
        lockPersons(log.require(id));
        ChangeLog.Entry entry = log.requireLocked(id);
        PersonChange change = entry.change();
        if (change.isUndone()) {
            throw new AlreadyUndoneException(id);
        }
        log.laterThan(change).ifPresent(later -> {
            throw new UndoOrderException(id, later);
        });
        switch (change.kind()) {
            case MERGE -> undoMerge(change, entry.before());
            case SPLIT -> undoSplit(change, entry.before());
            case MOVE -> undoMove(change, entry.before());
        }
        log.markUndone(id, actor.name(), clock.instant());
        PersonId subject = Objects.requireNonNullElse(change.person(), change.other());
        audit.record(
                actor,
                AuditEvent.success("person.change-undone", "person", subject).with("change", id.value()));
        announcements.announce(Happening.PERSON_CHANGE_UNDONE
                .in(find(subject).orElseThrow().galleryId())
                .with("kind", change.kind().code())
                .withOptional("person", number(change.person()))
                .withOptional("other", number(change.other()))
                .with("change", id.value()));
    }

    public PersonChange require(PersonChangeId id) {
        return new ChangeLog(entities).require(id);
    }

    private void undoMerge(PersonChange change, BeforeChange before) {
        Person survivor = requirePresent(change.person());
        Person other = find(change.other()).orElseThrow();
        survivor.release(other, Objects.requireNonNull(before.person()));
        entities.flush();
        new FaceMoves(entities).giveBack(change, survivor.id(), other.id(), before);
    }

    /** What was split off becomes a signpost again to where it came from, unless it has got a life of its own. */
    private void undoSplit(PersonChange change, BeforeChange before) {
        Person whole = requirePresent(change.person());
        Person part = requirePresent(change.other());
        var faces = new FaceMoves(entities);
        faces.giveBack(change, part.id(), whole.id(), before);
        if (part.userId() == null && faces.count(part.id()) == 0) {
            part.pointTo(whole);
        }
    }

    private void undoMove(PersonChange change, BeforeChange before) {
        PersonId target = change.person();
        PersonId source = change.other();
        if (target != null) {
            requirePresent(target);
        }
        if (source != null && before.isEmptied()) {
            find(source).ifPresent(Person::bringBack);
            entities.flush();
        }
        if (source != null) {
            requirePresent(source);
        }
        new FaceMoves(entities).giveBack(change, target, source, before);
    }

    private void lockPersons(PersonChange change) {
        var persons = Stream.of(find(change.person()), find(change.other()))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        new LivePersons(entities).lock(persons);
    }

    private Person requirePresent(@Nullable PersonId id) {
        PersonId named = Objects.requireNonNull(id);
        return find(named).filter(person -> !person.isDeleted()).orElseThrow(() -> new PersonNotFoundException(named));
    }

    private static @Nullable Long number(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }

    /** The row of that very id, whatever became of it. */
    private Optional<Person> find(@Nullable PersonId id) {
        return Optional.ofNullable(id).map(known -> entities.find(Person.class, known.value()));
    }
}
