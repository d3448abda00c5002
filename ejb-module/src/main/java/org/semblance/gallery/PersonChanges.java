package org.semblance.gallery;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.semblance.announcement.Announcements;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.gallery.ChangeLog.NewChange;
import org.semblance.gallery.GalleryAnnouncements.Happening;
import org.semblance.gallery.PersonChange.Kind;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.Page;

/** Merges and splits persons and moves faces between them, each in a way that can be undone. */
@Stateless
@PermitAll
public class PersonChanges {
    public static final int MOST_AT_ONCE = 100;

    private static final Comparator<PersonId> BY_NUMBER = Comparator.comparingLong(PersonId::value);

    private final AuditLog audit;
    private final Announcements announcements;
    private final Clock clock;

    @PersistenceContext
    private EntityManager entities;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected PersonChanges() {
        this(null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the entity manager is injected after construction
    public PersonChanges(AuditLog audit, Announcements announcements, Clock clock) {
        this.audit = audit;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Makes several persons one: the survivor gets all faces, and whatever it lacks of the others. */
    public PersonId merge(PersonId survivor, List<PersonId> others, Actor actor) {
        checkCount("others", others.size());
        List<Person> persons = new LivePersons(entities)
                .requireLocked(
                        Stream.concat(Stream.of(survivor), others.stream()).toList());
        Person kept = persons.get(0);
        if (persons.size() < 2
                || persons.size() != 1 + others.stream().distinct().count()) {
            throw new InvalidInputException("others", "Some of the persons are one already, or the survivor itself");
        }
        requireSameGallery("The persons", persons.stream().map(Person::galleryId));
        persons.stream().skip(1).forEach(other -> merge(kept, other, actor));
        return kept.id();
    }

    private void merge(Person kept, Person other, Actor actor) {
        if (kept.userId() != null && other.userId() != null && !kept.userId().equals(other.userId())) {
            throw new ClaimConflictException(kept.id(), other.id());
        }
        var before = new BeforeChange(kept.traits(), other.traits(), Map.of(), false);
        kept.absorb(other);
        entities.flush();
        List<Long> moved = new FaceMoves(entities).all(other.id(), kept.id());
        record(new NewChange(Kind.MERGE, kept, other, moved, before), actor);
    }

    /** Makes a person of some faces of another; returns the new one. */
    public PersonId split(PersonId whole, List<FaceId> faces, @Nullable String name, Actor actor) {
        checkCount("faces", faces.size());
        Person rest = new LivePersons(entities).requireLocked(List.of(whole)).get(0);
        List<Face> chosen = requireFaces(faces);
        chosen.stream().filter(face -> !isOf(face, rest)).findFirst().ifPresent(face -> {
            throw new InvalidInputException("faces", "The face " + face.id() + " is not of the person " + rest.id());
        });
        var moves = new FaceMoves(entities);
        if (moves.count(rest.id()) == chosen.size()) {
            throw new InvalidInputException("faces", "A split leaves at least one face; name fewer");
        }
        var part = new Person(rest.galleryId(), new NewPerson(name, null), clock.instant());
        entities.persist(part);
        entities.flush();
        var before = new BeforeChange(rest.traits(), null, FaceMoves.assignedBy(chosen), false);
        List<Long> ids = FaceMoves.ids(chosen);
        moves.assign(ids, part.id());
        record(new NewChange(Kind.SPLIT, rest, part, ids, before), actor);
        return part.id();
    }

    /** Gives faces to a person, or to nobody; somebody of whom nothing but these faces was known goes with them. */
    public void move(List<FaceId> faces, @Nullable PersonId target, Actor actor) {
        checkCount("faces", faces.size());
        List<Face> chosen = requireLocked(faces, target);
        Person to = target == null ? null : new LivePersons(entities).require(target);
        requireSameGallery(
                "The faces and the person",
                Stream.concat(
                        chosen.stream().map(Face::galleryId),
                        Stream.ofNullable(to).map(Person::galleryId)));
        Map<Optional<PersonId>, List<Face>> byOwner = new LinkedHashMap<>();
        chosen.stream()
                .filter(face -> to == null ? face.person().isPresent() : !isOf(face, to))
                .forEach(face -> byOwner.computeIfAbsent(face.person(), id -> new ArrayList<>())
                        .add(face));
        if (to != null) {
            new Rejections(entities).check(FaceMoves.ids(chosen), to.id());
        }
        byOwner.forEach((owner, some) -> move(some, owner.flatMap(new LivePersons(entities)::find), to, actor));
    }

    private void move(List<Face> faces, Optional<Person> from, @Nullable Person to, Actor actor) {
        var moves = new FaceMoves(entities);
        List<Long> ids = FaceMoves.ids(faces);
        var traits = from.map(Person::traits).orElse(null);
        var assignedBy = FaceMoves.assignedBy(faces);
        moves.assign(ids, to == null ? null : to.id());
        boolean isEmptied = from.filter(person -> person.isAnonymous() && moves.count(person.id()) == 0)
                .isPresent();
        if (isEmptied) {
            from.ifPresent(this::delete);
        }
        var before = new BeforeChange(to == null ? null : to.traits(), traits, assignedBy, isEmptied);
        record(new NewChange(Kind.MOVE, to, from.orElse(null), ids, before), actor);
    }

    private void delete(Person emptied) {
        emptied.delete(clock.instant());
        announcements.announce(Happening.PERSON_DELETED
                .in(emptied.galleryId())
                .with("person", emptied.id().value()));
    }

    /** Says that a face is not a person's, for good; a face that was loses its person. */
    public void reject(FaceId face, PersonId person, Actor actor) {
        Face found = requireLocked(List.of(face), person).get(0);
        Person not = new LivePersons(entities).require(person);
        requireSameGallery("The face and the person", Stream.of(found.galleryId(), not.galleryId()));
        if (isOf(found, not)) {
            move(List.of(found), Optional.of(not), null, actor);
        }
        new Rejections(entities).add(found, not, actor.name(), clock.instant());
        audit.record(actor, AuditEvent.success("face.rejected", "face", face).with("person", not.id()));
    }

    /** Takes back that a face is not a person's; whose it is remains open. */
    public void withdrawRejection(FaceId face, PersonId person, Actor actor) {
        requireFaces(List.of(face));
        Person found = new LivePersons(entities).require(person);
        if (new Rejections(entities).remove(face, found.id())) {
            audit.record(
                    actor,
                    AuditEvent.success("face.rejection-withdrawn", "face", face).with("person", found.id()));
        }
    }

    /** The merges, splits and moves that a person had to do with, undone or not, in the order in which they were made. */
    public Page<PersonChange> list(PersonId person, long after, int limit) {
        PersonId living = new LivePersons(entities).require(person).id();
        List<PersonChange> fetched = new ChangeLog(entities).list(living, after, Page.fetchSize(limit));
        return Page.of(fetched, limit, change -> change.id().value());
    }

    /** The last changes of a person, the newest first. */
    public List<PersonChange> newest(PersonId person, int limit) {
        return new ChangeLog(entities)
                .newest(new LivePersons(entities).require(person).id(), limit);
    }

    private void record(NewChange change, Actor actor) {
        PersonChangeId id = new ChangeLog(entities).add(change, actor.name(), clock.instant());
        Person subject = Objects.requireNonNullElse(change.person(), change.other());
        var event = AuditEvent.success("person." + verb(change.kind()), "person", subject.id())
                .with("change", id.value())
                .with("faces", change.faces().size());
        Person other = change.other();
        audit.record(actor, other == null ? event : event.with("other", other.id()));
        announcements.announce(change.told().with("change", id.value()));
    }

    private static String verb(Kind kind) {
        return switch (kind) {
            case MERGE -> "merged";
            case SPLIT -> "split";
            case MOVE -> "faces-moved";
        };
    }

    /** Faces with their persons, and a person besides: nobody else changes any of them until the transaction ends. */
    private List<Face> requireLocked(List<FaceId> faces, @Nullable PersonId target) {
        List<PersonId> owners = owners(unlocked(faces));
        new LivePersons(entities)
                .requireLocked(Stream.concat(owners.stream(), Stream.ofNullable(target))
                        .toList());
        List<Face> locked = requireFaces(faces);
        if (!owners(locked).equals(owners)) {
            throw new OptimisticLockException("Some of the faces were moved meanwhile");
        }
        return locked;
    }

    private List<Face> unlocked(List<FaceId> ids) {
        return ids.stream()
                .map(id -> Optional.ofNullable(entities.find(Face.class, id.value()))
                        .orElseThrow(() -> new FaceNotFoundException(id)))
                .toList();
    }

    private static List<PersonId> owners(List<Face> faces) {
        return faces.stream()
                .flatMap(face -> face.person().stream())
                .distinct()
                .sorted(BY_NUMBER)
                .toList();
    }

    private List<Face> requireFaces(List<FaceId> ids) {
        List<Face> found = new FaceMoves(entities).find(ids);
        var missing = new ArrayList<>(ids);
        missing.removeAll(found.stream().map(Face::id).toList());
        if (!missing.isEmpty()) {
            throw new FaceNotFoundException(missing.get(0));
        }
        return found;
    }

    private static boolean isOf(Face face, Person person) {
        return face.person().filter(person.id()::equals).isPresent();
    }

    private static void requireSameGallery(String what, Stream<Long> galleries) {
        if (galleries.distinct().count() > 1) {
            throw new GalleriesDifferException(what);
        }
    }

    private static void checkCount(String field, int count) {
        if (count < 1 || count > MOST_AT_ONCE) {
            throw new InvalidInputException(field, field + " names 1 to " + MOST_AT_ONCE + ", not " + count);
        }
    }
}
