package org.semblance.gallery;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.semblance.announcement.Announcements;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.gallery.GalleryAnnouncements.Happening;
import org.semblance.gallery.search.EmbeddingStore;
import org.semblance.identity.Scope;
import org.semblance.platform.Page;

/** Faces, the rows of their images and their embeddings, kept together or not at all. */
@Stateless
@PermitAll
public class FaceStore {
    private static final String PRESENT = """
            SELECT f FROM Face f JOIN FETCH f.crop
             WHERE f.id IN :ids AND (:everywhere = TRUE OR f.galleryId IN :galleries)
               AND NOT EXISTS (SELECT p FROM Person p WHERE p.id = f.personId AND p.deletedAt IS NOT NULL)
             ORDER BY f.id
            """;

    private final PersonStore persons;
    private final EmbeddingStore embeddings;
    private final AuditLog audit;
    private final Announcements announcements;
    private final Clock clock;

    @PersistenceContext
    private EntityManager entities;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected FaceStore() {
        this(null, null, null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the entity manager is injected after construction
    public FaceStore(
            PersonStore persons, EmbeddingStore embeddings, AuditLog audit, Announcements announcements, Clock clock) {
        this.persons = persons;
        this.embeddings = embeddings;
        this.audit = audit;
        this.announcements = announcements;
        this.clock = clock;
    }

    public FaceSummary add(NewFace face) {
        Person person = new LivePersons(entities).requireKept(face.person());
        var rows = new FaceRows(entities, embeddings, clock);
        Face row = rows.face(person.galleryId(), face.analyzed())
                .assignedTo(person.id(), AssignedBy.PEOPLE)
                .broughtBy(rows.user(face.actor()))
                .showing(rows.add(face.original()), rows.add(face.crop()));
        rows.add(row, face.analyzed());
        audit.record(
                face.actor(),
                AuditEvent.success("face.enrolled", "person", person.id())
                        .with(
                                "gallery",
                                entities.find(Gallery.class, person.galleryId()).name())
                        .with("face", row.id().value()));
        announcements.announce(Happening.FACE_ADDED
                .in(person.galleryId())
                .with("face", row.id().value())
                .with("person", person.id().value()));
        return summary(row);
    }

    public Page<FaceSummary> list(PersonId person, long after, int limit) {
        PersonId living = persons.require(person);
        List<FaceSummary> rows = entities.createQuery(
                        "SELECT f FROM Face f JOIN FETCH f.crop WHERE f.personId = :person AND f.id > :after ORDER BY f.id",
                        Face.class)
                .setParameter("person", living.value())
                .setParameter("after", after)
                .setMaxResults(Page.fetchSize(limit))
                .getResultStream()
                .map(FaceStore::summary)
                .toList();
        return Page.of(rows, limit, face -> face.id().value());
    }

    /** The best faces of a person, of at least some quality. */
    public List<FaceSummary> best(PersonId person, double minQuality, int limit) {
        return entities.createQuery(
                        "SELECT f FROM Face f JOIN FETCH f.crop WHERE f.personId = :person AND f.quality >= :least"
                                + " ORDER BY f.quality DESC, f.id",
                        Face.class)
                .setParameter("person", person.value())
                .setParameter("least", (float) minQuality)
                .setMaxResults(limit)
                .getResultStream()
                .map(FaceStore::summary)
                .toList();
    }

    /** Those of the given faces that there are within a scope, whose persons are not deleted, in the order of ids. */
    public List<FaceSummary> find(List<FaceId> faces, Scope scope) {
        if (faces.isEmpty() || scope.isNowhere()) {
            return List.of();
        }
        return entities.createQuery(PRESENT, Face.class)
                .setParameter("ids", faces.stream().map(FaceId::value).toList())
                .setParameter("everywhere", scope.everywhere())
                .setParameter("galleries", scope.everywhere() ? Set.of(0L) : scope.galleries())
                .getResultStream()
                .map(FaceStore::summary)
                .toList();
    }

    public boolean hasOriginal(PersonId person, byte[] sha256) {
        return entities.createQuery(
                                "SELECT COUNT(f) FROM Face f WHERE f.personId = :person AND f.image.sha256 = :sha256",
                                Long.class)
                        .setParameter("person", person.value())
                        .setParameter("sha256", sha256)
                        .getSingleResult()
                > 0;
    }

    /** The crops of the given faces, in no order. */
    public List<FaceSummary> list(List<FaceId> faces) {
        if (faces.isEmpty()) {
            return List.of();
        }
        return entities.createQuery("SELECT f FROM Face f JOIN FETCH f.crop WHERE f.id IN :ids", Face.class)
                .setParameter("ids", faces.stream().map(FaceId::value).toList())
                .getResultStream()
                .map(FaceStore::summary)
                .toList();
    }

    /** Who people said that the face is not; whoever they were merged into is among them. */
    public Set<PersonId> rejectedPersons(FaceId face) {
        return new Rejections(entities).of(face);
    }

    private static FaceSummary summary(Face face) {
        return new FaceSummary(
                face.id(),
                face.person().orElse(null),
                face.assignedBy(),
                face.box(),
                face.confidence(),
                face.quality(),
                face.crop().key(),
                face.createdAt());
    }
}
