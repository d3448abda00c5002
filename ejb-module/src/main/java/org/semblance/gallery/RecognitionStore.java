package org.semblance.gallery;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.semblance.announcement.Announcements;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.gallery.GalleryAnnouncements.Happening;
import org.semblance.gallery.JoiningRule.Plan;
import org.semblance.gallery.Recognition.Status;
import org.semblance.gallery.search.EmbeddingStore;
import org.semblance.gallery.search.Filter;
import org.semblance.gallery.search.NearestQuery;
import org.semblance.gallery.search.Neighbour;
import org.semblance.storage.StoredImage;
import org.semblance.vision.AnalyzedFace;

/** Stores the recognised faces of a photo, all or none, and founds the persons that they need. */
@Stateless
@PermitAll
public class RecognitionStore {
    /** Two who found in a gallery at once go one after the other; the lock ends with the transaction. */
    private static final String FOUNDING =
            "SELECT CAST(pg_advisory_xact_lock(hashtextextended('founding in gallery ' || ?1, 0)) AS text)";

    private final EmbeddingStore embeddings;
    private final AuditLog audit;
    private final Announcements announcements;
    private final Clock clock;

    @PersistenceContext
    private EntityManager entities;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected RecognitionStore() {
        this(null, null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the entity manager is injected after construction
    public RecognitionStore(EmbeddingStore embeddings, AuditLog audit, Announcements announcements, Clock clock) {
        this.embeddings = embeddings;
        this.audit = audit;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Faces as planned before the transaction; whoever was founded meanwhile is joined instead of founded again. */
    public List<Recognition.Face> store(RecognizedPhoto photo, JoiningRule rule, Actor actor) {
        if (photo.faces().stream().anyMatch(face -> face.planned().status() == Status.FOUNDED)) {
            lockFounding(photo.galleryId());
        }
        keepAll(photo);
        var rows = new FaceRows(entities, embeddings, clock);
        Optional<UUID> owner = rows.user(actor);
        var stored = new ArrayList<Recognition.Face>();
        StoredImage original = null;
        for (RecognizedPhoto.Face face : photo.faces()) {
            Plan plan = plan(photo.galleryId(), face.planned(), rule);
            if (!plan.status().isStored()) {
                stored.add(Recognition.Face.planned(face.planned().face(), plan));
                continue;
            }
            original = original == null ? rows.add(photo.original()) : original;
            var row = rows.face(photo.galleryId(), face.planned().face())
                    .broughtBy(owner)
                    .showing(original, rows.add(face.crop()));
            stored.add(add(row, face.planned(), plan, actor));
        }
        return stored;
    }

    private Recognition.Face add(Face row, Recognition.Face planned, Plan plan, Actor actor) {
        PersonId person = plan.status() == Status.FOUNDED ? found(row.galleryId(), actor) : plan.person();
        if (person != null) {
            row.assignedTo(person, AssignedBy.DECISION);
        }
        FaceId id = new FaceRows(entities, embeddings, clock).add(row, planned.face());
        var event = AuditEvent.success("face." + plan.status().code(), "face", id);
        audit.record(actor, person == null ? event : event.with("person", person));
        announcements.announce(Happening.FACE_ADDED
                .in(row.galleryId())
                .with("face", id.value())
                .withOptional("person", person == null ? null : person.value()));
        return planned.stored(plan, id, person);
    }

    private PersonId found(long gallery, Actor actor) {
        var person = new Person(gallery, NewPerson.NOBODY, clock.instant());
        entities.persist(person);
        entities.flush();
        audit.record(actor, AuditEvent.success("person.founded", "person", person.id()));
        announcements.announce(
                Happening.PERSON_ENROLLED.in(gallery).with("person", person.id().value()));
        return person.id();
    }

    /** The plan as it was, while it holds; a second look otherwise, which sees whatever has been committed by now. */
    private Plan plan(long gallery, Recognition.Face planned, JoiningRule rule) {
        PersonId joined = planned.person();
        if (planned.status() != Status.FOUNDED && joined == null) {
            return planned.plan();
        }
        Plan plan = joined == null ? look(gallery, planned.face(), rule) : planned.plan();
        @Nullable PersonId kept = keep(plan.person());
        while (plan.person() != null && kept == null) {
            plan = look(gallery, planned.face(), rule);
            kept = keep(plan.person());
        }
        return new Plan(plan.decision(), plan.status(), plan.reason(), kept);
    }

    private Plan look(long gallery, AnalyzedFace face, JoiningRule rule) {
        lockFounding(gallery);
        List<Neighbour> near = embeddings
                .nearestPersons(new NearestQuery(gallery, face.embedding(), Decision.DECIDING, Filter.NONE, true))
                .found();
        return rule.plan(face, near, face.embedding().model());
    }

    /** In the order of ids, as merges lock them, so that nobody waits for each other. */
    private void keepAll(RecognizedPhoto photo) {
        photo.faces().stream()
                .flatMap(face -> Stream.ofNullable(face.planned().person()))
                .distinct()
                .sorted(Comparator.comparingLong(PersonId::value))
                .forEach(this::keep);
    }

    private void lockFounding(long gallery) {
        entities.createNativeQuery(FOUNDING)
                .setParameter(1, Long.toString(gallery))
                .getResultList();
    }

    /** Whoever answers for that person now, and will until the transaction ends; null when they were deleted. */
    private @Nullable PersonId keep(@Nullable PersonId person) {
        if (person == null) {
            return null;
        }
        var persons = new LivePersons(entities);
        return persons.find(person).flatMap(persons::keep).map(Person::id).orElse(null);
    }
}
