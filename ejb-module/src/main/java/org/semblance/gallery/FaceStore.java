package org.semblance.gallery;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.gallery.search.EmbeddingStore;
import org.semblance.platform.Page;
import org.semblance.storage.ImageKey;
import org.semblance.storage.StoredImage;

/** Faces, the rows of their images and their embeddings, kept together or not at all. */
@Stateless
@PermitAll
public class FaceStore {
    private final PersonStore persons;
    private final EmbeddingStore embeddings;
    private final AuditLog audit;
    private final Clock clock;

    @PersistenceContext
    private EntityManager entities;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected FaceStore() {
        this(null, null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the entity manager is injected after construction
    public FaceStore(PersonStore persons, EmbeddingStore embeddings, AuditLog audit, Clock clock) {
        this.persons = persons;
        this.embeddings = embeddings;
        this.audit = audit;
        this.clock = clock;
    }

    public FaceSummary add(NewFace face) {
        Person person = persons.require(face.gallery(), face.person());
        var original = new StoredImage(face.original(), clock.instant());
        var crop = new StoredImage(face.crop(), clock.instant());
        entities.persist(original);
        entities.persist(crop);
        var row = new Face(
                        person,
                        face.analyzed().detected(),
                        face.analyzed().quality().score(),
                        clock.instant())
                .showing(original, crop);
        entities.persist(row);
        entities.flush();
        embeddings.add(row.id(), face.analyzed().embedding());
        var event = AuditEvent.success("face.enrolled", "person", person.id())
                .with("gallery", face.gallery())
                .with("face", row.id().value());
        face.actor().ifPresentOrElse(actor -> audit.record(actor, event), () -> audit.record(event));
        return summary(row);
    }

    public Page<FaceSummary> list(GalleryName gallery, PersonId person, long after, int limit) {
        persons.require(gallery, person);
        List<FaceSummary> rows = entities.createQuery(
                        "SELECT f FROM Face f JOIN FETCH f.crop WHERE f.personId = :person AND f.id > :after ORDER BY f.id",
                        Face.class)
                .setParameter("person", person.value())
                .setParameter("after", after)
                .setMaxResults(Page.fetchSize(limit))
                .getResultStream()
                .map(FaceStore::summary)
                .toList();
        return Page.of(rows, limit, face -> face.id().value());
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

    /** Removes one face with its embeddings; returns the images that nothing refers to now. */
    public List<ImageKey> remove(GalleryName gallery, PersonId person, FaceId face) {
        persons.require(gallery, person);
        Face found = entities.find(Face.class, face.value());
        if (found == null || !found.person().equals(person)) {
            throw new FaceNotFoundException(face, person);
        }
        List<ImageKey> images = FaceImages.removeOf(entities, "id", face.value());
        audit.record(AuditEvent.success("face.deleted", "person", person)
                .with("gallery", gallery)
                .with("face", face.value()));
        return images;
    }

    private static FaceSummary summary(Face face) {
        return new FaceSummary(
                face.id(),
                face.person(),
                face.box(),
                face.confidence(),
                face.quality(),
                face.crop().key(),
                face.createdAt());
    }
}
