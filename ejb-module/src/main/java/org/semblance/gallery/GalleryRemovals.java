package org.semblance.gallery;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semblance.announcement.Announcements;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.gallery.GalleryAnnouncements.Happening;
import org.semblance.storage.ImageKey;

/**
 * Removes galleries with all that is in them. One that is too large for a single transaction goes in parts, person by
 * person: a removal that breaks off leaves whole persons, and is finished by another one.
 */
@Stateless
@PermitAll
public class GalleryRemovals {
    /** What a single transaction removes in about a second. */
    private static final int PERSONS_AT_ONCE = 500;

    private static final int FACES_AT_ONCE = 5000;

    private static final String MORE_PERSONS = "SELECT 1 FROM person WHERE gallery_id = ?1 OFFSET ?2 LIMIT 1";
    private static final String MORE_FACES = "SELECT 1 FROM face WHERE gallery_id = ?1 OFFSET ?2 LIMIT 1";
    private static final String FIRST_PERSONS =
            "SELECT id FROM person WHERE gallery_id = ?1 ORDER BY id LIMIT ?2 FOR UPDATE";
    private static final String FIRST_FACES_OF_NOBODY =
            "SELECT id FROM face WHERE gallery_id = ?1 AND person_id IS NULL ORDER BY id LIMIT ?2";
    private static final String LOCK = "SELECT id FROM gallery WHERE id = ?1 FOR UPDATE";
    private static final String REMOVE_PERSONS = "DELETE FROM person WHERE id IN (SELECT unnest(CAST(?1 AS bigint[])))";

    private final GalleryStore galleries;
    private final AuditLog audit;
    private final Announcements announcements;
    private final Clock clock;

    @Inject
    @Any
    private @Nullable Instance<GalleryUse> uses;

    @PersistenceContext
    private EntityManager entities;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected GalleryRemovals() {
        this(null, null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the entity manager and the uses are injected after construction
    public GalleryRemovals(GalleryStore galleries, AuditLog audit, Announcements announcements, Clock clock) {
        this.galleries = galleries;
        this.audit = audit;
        this.announcements = announcements;
        this.clock = clock;
    }

    /**
     * Removes some of the persons and faces of a gallery that is too large to go at once; returns the images that nothing
     * refers to now, or nothing at all when the rest can go at once.
     */
    public Optional<List<ImageKey>> removePart(GalleryName name) {
        Gallery gallery = galleries.require(name);
        checkRemovable(gallery);
        if (!isLarge(gallery)) {
            return Optional.empty();
        }
        List<Long> persons = ids(FIRST_PERSONS, gallery, PERSONS_AT_ONCE);
        List<ImageKey> images = persons.isEmpty()
                ? FaceImages.removeOf(entities, "id", ids(FIRST_FACES_OF_NOBODY, gallery, FACES_AT_ONCE))
                : FaceImages.removeOf(entities, "person_id", persons);
        entities.createNativeQuery(REMOVE_PERSONS)
                .setParameter(1, ChangeLog.array(persons))
                .executeUpdate();
        entities.getEntityManagerFactory().getCache().evict(Person.class);
        audit.record(AuditEvent.success("gallery.part-deleted", "gallery", name)
                .with("persons", persons.size())
                .with("images", images.size()));
        return Optional.of(images);
    }

    /** Removes a gallery with all its persons, faces and embeddings; returns the images that nothing refers to now. */
    public List<ImageKey> remove(GalleryName name) {
        Gallery gallery = galleries.require(name);
        lock(gallery);
        checkRemovable(gallery);
        announcements.announce(Happening.GALLERY_DELETED.in(gallery.id()));
        List<ImageKey> images = FaceImages.removeOf(entities, "gallery_id", List.of(gallery.id()));
        entities.createQuery("DELETE FROM Person p WHERE p.galleryId = :gallery")
                .setParameter("gallery", gallery.id())
                .executeUpdate();
        entities.remove(gallery);
        audit.record(AuditEvent.success("gallery.deleted", "gallery", name));
        return images;
    }

    /**
     * Waits for those who are enrolling, and lets nobody begin: a face that came later would go with the gallery, but its
     * images would stay.
     */
    private void lock(Gallery gallery) {
        entities.createNativeQuery(LOCK).setParameter(1, gallery.id()).getResultList();
    }

    private void checkRemovable(Gallery gallery) {
        new HoldCheck(entities, clock).gallery(gallery);
        var found = uses;
        if (found != null) {
            found.forEach(use -> use.of(gallery.id()).ifPresent(what -> {
                throw new GalleryInUseException(gallery.name(), what);
            }));
        }
    }

    private boolean isLarge(Gallery gallery) {
        return !rows(MORE_PERSONS, gallery, PERSONS_AT_ONCE).isEmpty()
                || !rows(MORE_FACES, gallery, FACES_AT_ONCE).isEmpty();
    }

    private List<Long> ids(String sql, Gallery gallery, int most) {
        return rows(sql, gallery, most).stream().map(Long.class::cast).toList();
    }

    private List<?> rows(String sql, Gallery gallery, int number) {
        return entities.createNativeQuery(sql)
                .setParameter(1, gallery.id())
                .setParameter(2, number)
                .getResultList();
    }
}
