package org.semblance.gallery;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.semblance.announcement.Announcement;
import org.semblance.announcement.Announcements;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.gallery.GalleryAnnouncements.Happening;
import org.semblance.gallery.search.EmbeddingStore;
import org.semblance.identity.Scope;
import org.semblance.platform.Page;
import org.semblance.vision.Embedding;

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

    private static final String PORTRAYALS = """
            SELECT face.person_id, encode(image.sha256, 'hex')
              FROM semblance.face JOIN semblance.image ON image.id = face.image_id
             WHERE face.person_id = ANY (CAST(?1 AS bigint[])) AND image.sha256 = ANY (CAST(?2 AS bytea[]))
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

    public FaceSummary add(NewFace face, Actor actor) {
        return add(List.of(face), actor).get(0);
    }

    /** Adds them all, in the given order. */
    public List<FaceSummary> add(List<NewFace> faces, Actor actor) {
        Map<PersonId, Person> persons = keep(faces);
        List<FaceSummary> added = new FaceInserts(entities, clock.instant())
                .add(faces, persons, new FaceRows(entities, embeddings, clock).user(actor));
        Map<FaceId, Embedding> made = new LinkedHashMap<>();
        List<AuditEvent> events = new ArrayList<>();
        List<Announcement> news = new ArrayList<>();
        for (int i = 0; i < added.size(); i++) {
            Person person = Objects.requireNonNull(persons.get(faces.get(i).person()));
            FaceId id = added.get(i).id();
            made.put(id, faces.get(i).analyzed().embedding());
            events.add(enrolled(person, id));
            news.add(Happening.FACE_ADDED
                    .in(person.galleryId())
                    .with("face", id.value())
                    .with("person", person.id().value()));
        }
        embeddings.add(made);
        audit.record(actor, events);
        announcements.announce(news);
        return added;
    }

    private Map<PersonId, Person> keep(List<NewFace> faces) {
        var living = new LivePersons(entities);
        List<PersonId> persons = faces.stream().map(NewFace::person).distinct().toList();
        living.keepGalleries(persons);
        return living.requireKept(persons);
    }

    private AuditEvent enrolled(Person person, FaceId face) {
        return AuditEvent.success("face.enrolled", "person", person.id())
                .with(
                        "gallery",
                        entities.find(Gallery.class, person.galleryId()).name())
                .with("face", face.value());
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

    /** Which of these pictures the persons have faces from: each with the hash of the picture, in hexadecimal. */
    public Set<Portrayal> portrayals(Set<Portrayal> wanted) {
        if (wanted.isEmpty()) {
            return Set.of();
        }
        String persons =
                ChangeLog.array(wanted.stream().map(one -> one.person().value()).collect(Collectors.toSet()));
        String hashes =
                wanted.stream().map(one -> "\"\\\\x" + one.sha256() + '"').collect(Collectors.joining(",", "{", "}"));
        List<?> rows = entities.createNativeQuery(PORTRAYALS)
                .setParameter(1, persons)
                .setParameter(2, hashes)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Portrayal(new PersonId(((Number) row[0]).longValue()), row[1].toString()))
                .filter(wanted::contains)
                .collect(Collectors.toSet());
    }

    /** Somebody in a picture that has this SHA-256, in hexadecimal. */
    public record Portrayal(PersonId person, String sha256) {}

    /** The crops of the given faces, in no order. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
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
