package org.semblance.gallery;

import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.semblance.announcement.Announcement;
import org.semblance.gallery.GalleryAnnouncements.Happening;

/** The rows of merges, splits and moves, within the transaction of whoever makes or undoes one. */
final class ChangeLog {
    private static final String COLUMNS = """
            SELECT id, kind, person_id, other_id, CAST(faces AS text), actor, changed_at, undone_by, undone_at,
                   CAST(before AS text)
              FROM person_change
            """;
    private static final String ADD = """
            INSERT INTO person_change (gallery_id, kind, person_id, other_id, faces, before, actor, changed_at)
            VALUES (?1, ?2, CAST(?3 AS bigint), CAST(?4 AS bigint), CAST(?5 AS bigint[]), CAST(?6 AS jsonb), ?7, ?8)
            RETURNING id
            """;
    private static final String LATER = """
            SELECT id FROM person_change
             WHERE id > ?1 AND undone_at IS NULL
               AND (person_id IN (?2, ?3) OR other_id IN (?2, ?3))
             ORDER BY id DESC LIMIT 1
            """;
    private static final String LIST =
            COLUMNS + " WHERE (person_id = ?1 OR other_id = ?1) AND id > ?2 ORDER BY id LIMIT ?3";

    private static final String NEWEST = COLUMNS + " WHERE (person_id = ?1 OR other_id = ?1) ORDER BY id DESC LIMIT ?2";

    private final EntityManager entities;

    ChangeLog(EntityManager entities) {
        this.entities = entities;
    }

    /** A change with what it takes to undo it. */
    record Entry(PersonChange change, BeforeChange before) {}

    /** A change that is being made. */
    record NewChange(
            PersonChange.Kind kind,
            @Nullable Person person,
            @Nullable Person other,
            List<Long> faces,
            BeforeChange before) {
        long galleryId() {
            Person either = person == null ? other : person;
            if (either == null) {
                throw new IllegalArgumentException("A change changes a person");
            }
            return either.galleryId();
        }

        /** What the outside is told of it. */
        Announcement told() {
            Long personId = person == null ? null : person.id().value();
            Long otherId = other == null ? null : other.id().value();
            return switch (kind) {
                case MERGE ->
                    Happening.PERSON_MERGED
                            .in(galleryId())
                            .withOptional("person", personId)
                            .withOptional("merged", otherId);
                case SPLIT ->
                    Happening.PERSON_SPLIT
                            .in(galleryId())
                            .withOptional("person", personId)
                            .withOptional("part", otherId)
                            .with("faces", faces);
                case MOVE ->
                    Happening.FACE_MOVED
                            .in(galleryId())
                            .with("faces", faces)
                            .withOptional("from", otherId)
                            .withOptional("to", personId);
            };
        }
    }

    PersonChangeId add(NewChange change, String actor, Instant when) {
        Object id = entities.createNativeQuery(ADD)
                .setParameter(1, change.galleryId())
                .setParameter(2, change.kind().code())
                .setParameter(3, text(change.person()))
                .setParameter(4, text(change.other()))
                .setParameter(5, array(change.faces()))
                .setParameter(6, change.before().json())
                .setParameter(7, actor)
                .setParameter(8, Timestamp.from(when))
                .getSingleResult();
        return new PersonChangeId(((Number) id).longValue());
    }

    PersonChange require(PersonChangeId id) {
        return require(id, COLUMNS + " WHERE id = ?1").change();
    }

    /** A change, which nobody else undoes before the transaction ends. */
    Entry requireLocked(PersonChangeId id) {
        return require(id, COLUMNS + " WHERE id = ?1 FOR UPDATE");
    }

    private Entry require(PersonChangeId id, String query) {
        List<?> rows =
                entities.createNativeQuery(query).setParameter(1, id.value()).getResultList();
        return rows.stream().findFirst().map(ChangeLog::entry).orElseThrow(() -> new PersonChangeNotFoundException(id));
    }

    /** The last change after this one that has to do with its persons and still stands. */
    Optional<PersonChangeId> laterThan(PersonChange change) {
        List<?> ids = entities.createNativeQuery(LATER)
                .setParameter(1, change.id().value())
                .setParameter(2, number(change.person()))
                .setParameter(3, number(change.other()))
                .getResultList();
        return ids.stream().findFirst().map(id -> new PersonChangeId(((Number) id).longValue()));
    }

    void markUndone(PersonChangeId id, String actor, Instant when) {
        entities.createNativeQuery("UPDATE person_change SET undone_by = ?1, undone_at = ?2 WHERE id = ?3")
                .setParameter(1, actor)
                .setParameter(2, Timestamp.from(when))
                .setParameter(3, id.value())
                .executeUpdate();
    }

    List<PersonChange> list(PersonId person, long after, int limit) {
        List<?> rows = entities.createNativeQuery(LIST)
                .setParameter(1, person.value())
                .setParameter(2, after)
                .setParameter(3, limit)
                .getResultList();
        return rows.stream().map(row -> entry(row).change()).toList();
    }

    List<PersonChange> newest(PersonId person, int limit) {
        List<?> rows = entities.createNativeQuery(NEWEST)
                .setParameter(1, person.value())
                .setParameter(2, limit)
                .getResultList();
        return rows.stream().map(row -> entry(row).change()).toList();
    }

    /** As PostgreSQL writes arrays. */
    static String array(Collection<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    private static Entry entry(Object row) {
        Object[] columns = (Object[]) row;
        var change = new PersonChange(
                new PersonChangeId(((Number) columns[0]).longValue()),
                PersonChange.Kind.of(columns[1].toString()),
                person(columns[2]),
                person(columns[3]),
                faces(columns[4].toString()),
                columns[5].toString(),
                ((Timestamp) columns[6]).toInstant(),
                (String) columns[7],
                columns[8] == null ? null : ((Timestamp) columns[8]).toInstant());
        return new Entry(change, BeforeChange.ofJson(columns[9].toString()));
    }

    private static List<FaceId> faces(String array) {
        return Arrays.stream(array.substring(1, array.length() - 1).split(","))
                .filter(id -> !id.isEmpty())
                .map(id -> new FaceId(Long.parseLong(id)))
                .toList();
    }

    private static @Nullable PersonId person(@Nullable Object id) {
        return id == null ? null : new PersonId(((Number) id).longValue());
    }

    private static @Nullable String text(@Nullable Person person) {
        return person == null ? null : person.id().toString();
    }

    /** No person has the number 0. */
    private static long number(@Nullable PersonId person) {
        return person == null ? 0 : person.value();
    }
}
