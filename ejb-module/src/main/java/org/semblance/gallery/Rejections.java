package org.semblance.gallery;

import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What people said of faces: not this person. Said of somebody merged, it holds for the survivor. */
final class Rejections {
    private static final String ADD = """
            INSERT INTO face_rejection (face_id, person_id, gallery_id, rejected_by, rejected_at)
            VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (face_id, person_id) DO NOTHING
            """;

    /** The rejected person of each rejection, and everybody whom that one has been merged into since. */
    private static final String ALL = """
            WITH RECURSIVE rejected AS (
                SELECT face_id, person_id AS said_of, person_id AS person_id
                  FROM face_rejection WHERE face_id = ANY (CAST(?1 AS bigint[]))
                UNION ALL
                SELECT rejected.face_id, rejected.said_of, person.merged_into
                  FROM rejected JOIN person ON person.id = rejected.person_id
                 WHERE person.merged_into IS NOT NULL)
            """;

    private final EntityManager entities;

    Rejections(EntityManager entities) {
        this.entities = entities;
    }

    /** Who the face is not. */
    Set<PersonId> of(FaceId face) {
        List<?> persons = entities.createNativeQuery(ALL + "SELECT DISTINCT person_id FROM rejected")
                .setParameter(1, ChangeLog.array(List.of(face.value())))
                .getResultList();
        return persons.stream()
                .map(person -> new PersonId(((Number) person).longValue()))
                .collect(Collectors.toSet());
    }

    /** Refuses to give a face to somebody whom it was said not to be. */
    void check(Collection<Long> faces, PersonId person) {
        List<?> rejected = entities.createNativeQuery(ALL + "SELECT face_id FROM rejected WHERE person_id = ?2 LIMIT 1")
                .setParameter(1, ChangeLog.array(faces))
                .setParameter(2, person.value())
                .getResultList();
        rejected.stream().findFirst().ifPresent(face -> {
            throw new FaceRejectedException(new FaceId(((Number) face).longValue()), person);
        });
    }

    void add(Face face, Person person, String actor, Instant when) {
        entities.createNativeQuery(ADD)
                .setParameter(1, face.id().value())
                .setParameter(2, person.id().value())
                .setParameter(3, face.galleryId())
                .setParameter(4, actor)
                .setParameter(5, Timestamp.from(when))
                .executeUpdate();
    }

    /** Takes back what was said of the person, under whatever id; false when nothing was. */
    boolean remove(FaceId face, PersonId person) {
        String remove = ALL + """
                DELETE FROM face_rejection
                 WHERE face_id = ?2 AND person_id IN (SELECT said_of FROM rejected WHERE person_id = ?3)
                """;
        return entities.createNativeQuery(remove)
                        .setParameter(1, ChangeLog.array(List.of(face.value())))
                        .setParameter(2, face.value())
                        .setParameter(3, person.value())
                        .executeUpdate()
                > 0;
    }
}
