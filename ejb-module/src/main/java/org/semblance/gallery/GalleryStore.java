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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.semblance.announcement.Announcements;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.gallery.GalleryAnnouncements.Happening;
import org.semblance.identity.Scope;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.Violation;

/** Galleries in the database. */
@Stateless
@PermitAll
public class GalleryStore {
    private static final String SUMMARY = """
            SELECT g, (SELECT COUNT(p) FROM Person p
                        WHERE p.galleryId = g.id AND p.mergedInto IS NULL AND p.deletedAt IS NULL),
                      (SELECT COUNT(f) FROM Face f WHERE f.galleryId = g.id)
              FROM Gallery g
            """;

    private final AuditLog audit;
    private final Announcements announcements;
    private final Clock clock;

    @PersistenceContext
    private EntityManager entities;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected GalleryStore() {
        this(null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the entity manager is injected after construction
    public GalleryStore(AuditLog audit, Announcements announcements, Clock clock) {
        this.audit = audit;
        this.announcements = announcements;
        this.clock = clock;
    }

    public void add(NewGallery gallery) {
        persist(gallery);
        audit.record(AuditEvent.success("gallery.created", "gallery", gallery.name()));
    }

    /** For jobs, which have no caller. */
    public void add(NewGallery gallery, Actor actor) {
        persist(gallery);
        audit.record(actor, AuditEvent.success("gallery.created", "gallery", gallery.name()));
    }

    private void persist(NewGallery gallery) {
        if (find(gallery.name()).isPresent()) {
            throw new AlreadyExistsException("The gallery '" + gallery.name() + "'");
        }
        var row = new Gallery(gallery, clock.instant());
        try {
            entities.persist(row);
            entities.flush();
        } catch (PersistenceException e) {
            throw Violation.isOf("gallery_name_uq", e)
                    ? new AlreadyExistsException("The gallery '" + gallery.name() + "'", e)
                    : e;
        }
        announcements.announce(Happening.GALLERY_CREATED.in(row.id()));
    }

    /** To begin and end a transaction for one question would cost more than the answer. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Gallery> find(GalleryName name) {
        return entities.createQuery("SELECT g FROM Gallery g WHERE g.name = :name", Gallery.class)
                .setParameter("name", name.value())
                .getResultStream()
                .findFirst();
    }

    public Optional<Gallery> find(long id) {
        return Optional.ofNullable(entities.find(Gallery.class, id));
    }

    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Gallery require(GalleryName name) {
        return find(name).orElseThrow(() -> new GalleryNotFoundException(name));
    }

    /** What its decisions go by, without counting what is in it. */
    public GalleryRules rules(GalleryName name) {
        return require(name).rules();
    }

    /** What the decisions in these galleries go by, in one question; nothing for those that are gone. */
    public Map<Long, GalleryRules> currentRules(Collection<Long> galleries) {
        if (galleries.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery("SELECT g FROM Gallery g WHERE g.id IN :ids", Gallery.class)
                .setParameter("ids", galleries)
                .getResultStream()
                .collect(Collectors.toMap(Gallery::id, Gallery::currentRules));
    }

    /** Those within a scope, by name. */
    public List<GallerySummary> list(Scope scope) {
        return entities.createQuery(SUMMARY + " ORDER BY g.name", Object[].class)
                .getResultStream()
                .filter(row -> scope.includes(((Gallery) row[0]).id()))
                .map(GalleryStore::summary)
                .toList();
    }

    /** The same, without counting what is in them. */
    public List<GalleryTitle> titles(Scope scope) {
        return entities.createQuery("SELECT g FROM Gallery g ORDER BY g.name", Gallery.class)
                .getResultStream()
                .filter(gallery -> scope.includes(gallery.id()))
                .map(gallery -> new GalleryTitle(gallery.name().value(), gallery.title()))
                .toList();
    }

    public GallerySummary requireSummary(GalleryName name) {
        return entities.createQuery(SUMMARY + " WHERE g.name = :name", Object[].class)
                .setParameter("name", name.value())
                .getResultStream()
                .findFirst()
                .map(GalleryStore::summary)
                .orElseThrow(() -> new GalleryNotFoundException(name));
    }

    /** Gives a gallery another title and other rules; refuses when it is no longer the version that the caller saw. */
    public void change(NewGallery wanted, ExpectedVersion expected) {
        Gallery gallery = require(wanted.name());
        expected.check(gallery.version());
        var event = GalleryChanges.of(gallery, wanted);
        gallery.change(wanted);
        audit.record(event);
        announcements.announce(Happening.GALLERY_CHANGED.in(gallery.id()));
    }

    private static GallerySummary summary(Object[] row) {
        Gallery gallery = (Gallery) row[0];
        return new GallerySummary(
                gallery.name().value(),
                gallery.title(),
                gallery.rules(),
                (Long) row[1],
                (Long) row[2],
                gallery.createdAt(),
                gallery.version());
    }
}
