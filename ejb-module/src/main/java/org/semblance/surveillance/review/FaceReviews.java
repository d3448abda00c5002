package org.semblance.surveillance.review;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.FaceRejectedException;
import org.semblance.gallery.GalleriesDifferException;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.PersonChanges;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.PersonNotFoundException;
import org.semblance.gallery.PersonStore;
import org.semblance.gallery.PersonSubjects;
import org.semblance.identity.Scope;
import org.semblance.platform.Problem;
import org.semblance.platform.Statements;
import org.semblance.surveillance.unknown.StrangerId;
import org.semblance.surveillance.unknown.StrangerState;
import org.semblance.surveillance.unknown.UnknownState;

/**
 * What people decide of unknown faces, each once: what somebody else has decided is refused, and all else that was asked
 * for is done. Faces go to persons by the gallery's own verbs, so that it can be undone there.
 */
@Stateless
@LocalBean
@PermitAll
public class FaceReviews {
    private static final String DECIDE = """
            UPDATE semblance.unknown_face SET state = ?, decided_by = ?, decided_at = ? WHERE face_id = ANY (?)
            """;
    private static final String NAME_DECIDER = """
            UPDATE semblance.stranger SET decided_by = ?
             WHERE state = 'known' AND decided_by IS NULL
               AND id IN (SELECT stranger_id FROM semblance.unknown_face WHERE face_id = ANY (?))
            """;
    private static final String DISMISS = """
            UPDATE semblance.stranger SET state = 'dismissed', decided_by = ?, decided_at = ?
             WHERE id = ANY (?) AND state = 'open'
            """;
    private static final String WAIT_AGAIN = """
            UPDATE semblance.unknown_face SET state = 'new', decided_by = NULL, decided_at = NULL
             WHERE face_id = ANY (?) AND state = 'dismissed'
            """;
    private static final String REOPEN = """
            UPDATE semblance.stranger SET state = 'open', decided_by = NULL, decided_at = NULL
             WHERE state = 'dismissed'
               AND (id = ANY (?) OR id IN (SELECT stranger_id FROM semblance.unknown_face WHERE face_id = ANY (?)))
            """;
    private static final String REJECTED = """
            SELECT face_id FROM semblance.face_rejection
             WHERE face_id = ANY (?) AND person_id IN (SELECT semblance.ids_of_person(?))
            """;

    private static final String GALLERY_OF = """
            SELECT gallery.name
              FROM semblance.unknown_face AS unknown JOIN semblance.face ON face.id = unknown.face_id
              JOIN semblance.gallery ON gallery.id = face.gallery_id
             WHERE (unknown.face_id = ANY (?) OR unknown.stranger_id = ANY (?)) AND (? OR gallery.id = ANY (?))
             ORDER BY unknown.state = 'new' DESC, unknown.face_id LIMIT 1
            """;

    private final PersonSubjects persons;
    private final PersonStore people;
    private final PersonChanges changes;
    private final AuditLog audit;
    private final Clock clock;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected FaceReviews() {
        this(null, null, null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public FaceReviews(PersonSubjects persons, PersonStore people, PersonChanges changes, AuditLog audit, Clock clock) {
        this.persons = persons;
        this.people = people;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /** Gives the faces to a person; those that are theirs already count as given. */
    public Outcome assign(Targets targets, PersonId person, double minQuality, Scope scope, Actor actor) {
        PersonId kept = requireLocked(person, scope);
        Sorted sorted = Sorted.waiting(
                Chosen.lock(database, targets, scope),
                row -> kept.equals(row.person()),
                stranger -> kept.equals(stranger.person()));
        refuseForeign(sorted, kept);
        refuseRejected(sorted, kept);
        refusePoor(sorted, minQuality);
        sorted.requireFacesOfStrangers();
        give(sorted, kept, UnknownState.ASSIGNED, actor);
        return sorted.outcome(kept);
    }

    /** Makes a person of the faces that are good enough; nobody, when none is. */
    public Outcome enroll(Targets targets, Newcomer newcomer, Scope scope, Actor actor) {
        PersonId made = people.add(newcomer.gallery(), newcomer.person(), actor);
        Sorted sorted = Sorted.waiting(Chosen.lock(database, targets, scope), row -> false, stranger -> false);
        refuseForeign(sorted, made);
        refusePoor(sorted, newcomer.minQuality());
        sorted.requireFacesOfStrangers();
        Outcome outcome = sorted.outcome(made);
        give(sorted, made, UnknownState.ENROLLED, actor);
        return outcome;
    }

    /** The gallery of the first of the targets that there is within the scope, of one that waits if any does. */
    public Optional<GalleryName> galleryOf(Targets targets, Scope scope) {
        return new Statements(database)
                .first(
                        GALLERY_OF,
                        row -> new GalleryName(row.getString(1)),
                        values(targets.faces()),
                        numbers(targets.strangers()),
                        scope.everywhere(),
                        scope.galleries());
    }

    /** Takes them out of the queue; what comes later of a dismissed stranger does not come into it. */
    public Outcome dismiss(Targets targets, Scope scope, Actor actor) {
        Sorted sorted = Sorted.waiting(
                Chosen.lock(database, targets, scope),
                row -> row.state() == UnknownState.DISMISSED,
                stranger -> stranger.state() == StrangerState.DISMISSED);
        Outcome outcome = sorted.outcome(null);
        decide(sorted, UnknownState.DISMISSED, actor);
        new Statements(database).change(DISMISS, actor.name(), clock.instant(), numbers(sorted.strangers()));
        tell("dismissed", sorted, targets, actor);
        return outcome;
    }

    /** Undoes dismissals; a stranger comes back with all faces that were dismissed. */
    public Outcome restore(Targets targets, Scope scope, Actor actor) {
        Sorted sorted = Sorted.all(
                Chosen.lock(database, targets, scope),
                row -> row.state() == UnknownState.DISMISSED || row.state() == UnknownState.NEW);
        Outcome outcome = sorted.outcome(null);
        new Statements(database).change(WAIT_AGAIN, values(sorted.faces()));
        new Statements(database).change(REOPEN, numbers(sorted.strangers()), values(sorted.faces()));
        tell("restored", sorted, targets, actor);
        return outcome;
    }

    /** Says that they are not that person, which no suggestion, cluster or decision overrules. */
    public Outcome reject(Targets targets, PersonId person, Scope scope, Actor actor) {
        PersonId kept = requireLocked(person, scope);
        Sorted sorted = Sorted.all(Chosen.lock(database, targets, scope), row -> row.person() == null);
        refuseForeign(sorted, kept);
        Outcome outcome = sorted.outcome(null);
        Set<FaceId> known = rejected(sorted, kept);
        sorted.faces().stream()
                .filter(face -> !known.contains(face))
                .forEach(face -> changes.reject(face, kept, actor));
        return outcome;
    }

    private PersonId requireLocked(PersonId person, Scope scope) {
        PersonId kept = persons.requireLocked(person);
        if (!scope.includes(persons.galleryOf(kept))) {
            throw new PersonNotFoundException(person);
        }
        return kept;
    }

    private void give(Sorted sorted, PersonId person, UnknownState state, Actor actor) {
        List<FaceId> faces = sorted.faces();
        for (int from = 0; from < faces.size(); from += PersonChanges.MOST_AT_ONCE) {
            int to = Math.min(faces.size(), from + PersonChanges.MOST_AT_ONCE);
            changes.move(faces.subList(from, to), person, actor);
        }
        if (!faces.isEmpty()) {
            decide(sorted, state, actor);
            new Statements(database).change(NAME_DECIDER, actor.name(), values(faces));
            audit.record(
                    actor,
                    AuditEvent.success("unknown-face." + state.code(), "person", person)
                            .with("faces", faces.size()));
        }
    }

    private void decide(Sorted sorted, UnknownState state, Actor actor) {
        new Statements(database).change(DECIDE, state.code(), actor.name(), clock.instant(), values(sorted.faces()));
    }

    private void tell(String verb, Sorted sorted, Targets targets, Actor actor) {
        targets.strangers().stream()
                .filter(sorted.strangers()::contains)
                .forEach(stranger -> audit.record(actor, AuditEvent.success("stranger." + verb, "stranger", stranger)));
        targets.faces().stream()
                .filter(sorted.faces()::contains)
                .forEach(face -> audit.record(actor, AuditEvent.success("unknown-face." + verb, "face", face)));
    }

    private void refuseForeign(Sorted sorted, PersonId person) {
        long gallery = persons.galleryOf(person);
        sorted.refuse(
                row -> row.galleryId() == gallery ? null : new GalleriesDifferException("The faces and the person"));
    }

    private void refuseRejected(Sorted sorted, PersonId person) {
        Set<FaceId> rejected = rejected(sorted, person);
        sorted.refuse(row -> rejected.contains(row.face()) ? new FaceRejectedException(row.face(), person) : null);
    }

    private static void refusePoor(Sorted sorted, double minQuality) {
        sorted.refuse(row -> poor(row, minQuality));
    }

    private static @Nullable Problem poor(TargetRow row, double minQuality) {
        return row.quality() < (float) minQuality
                ? new FaceUnfitException(row.face(), row.quality(), minQuality)
                : null;
    }

    private Set<FaceId> rejected(Sorted sorted, PersonId person) {
        return Set.copyOf(new Statements(database)
                .list(REJECTED, row -> new FaceId(row.getLong(1)), values(sorted.faces()), person.value()));
    }

    private static List<Long> values(List<FaceId> faces) {
        return faces.stream().map(FaceId::value).toList();
    }

    private static List<Long> numbers(List<StrangerId> strangers) {
        return strangers.stream().map(StrangerId::value).toList();
    }
}
