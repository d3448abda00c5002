package org.semblance.gallery;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gives faces from person to person; their embeddings follow by a trigger. */
final class FaceMoves {
    private static final String ALL = "UPDATE face SET person_id = ?1 WHERE person_id = ?2 RETURNING id";
    private static final String ASSIGN = """
            UPDATE face SET person_id = CAST(?1 AS bigint), assigned_by = 'people'
             WHERE id = ANY (CAST(?2 AS bigint[]))
            """;

    /** Only what is still where it was put, and has not been said to be somebody else's. */
    private static final String GIVE_BACK = """
            UPDATE face SET person_id = CAST(?1 AS bigint)
             WHERE id = ANY (CAST(?2 AS bigint[])) AND person_id IS NOT DISTINCT FROM CAST(?3 AS bigint)
               AND NOT EXISTS (SELECT 1 FROM face_rejection
                                WHERE face_rejection.face_id = face.id
                                  AND face_rejection.person_id = CAST(?1 AS bigint))
            RETURNING id
            """;

    private static final String SAID_BY = "UPDATE face SET assigned_by = ?1 WHERE id = ANY (CAST(?2 AS bigint[]))";

    private static final String LOCK = """
            SELECT id FROM face WHERE id = ANY (CAST(?1 AS bigint[])) ORDER BY id FOR NO KEY UPDATE
            """;
    private static final String FIND = """
            SELECT f FROM Face f
             WHERE f.id IN :ids
               AND NOT EXISTS (SELECT p FROM Person p WHERE p.id = f.personId AND p.deletedAt IS NOT NULL)
             ORDER BY f.id
            """;

    private final EntityManager entities;

    FaceMoves(EntityManager entities) {
        this.entities = entities;
    }

    /** All faces of one person to another; who had said whose they are stays. */
    List<Long> all(PersonId from, PersonId to) {
        return numbers(entities.createNativeQuery(ALL)
                .setParameter(1, to.value())
                .setParameter(2, from.value())
                .getResultList());
    }

    /** Faces to a person or to nobody, as people say. */
    void assign(Collection<Long> faces, @Nullable PersonId to) {
        entities.createNativeQuery(ASSIGN)
                .setParameter(1, text(to))
                .setParameter(2, ChangeLog.array(faces))
                .executeUpdate();
    }

    void giveBack(PersonChange change, @Nullable PersonId from, @Nullable PersonId to, BeforeChange before) {
        List<Long> returned = numbers(entities.createNativeQuery(GIVE_BACK)
                .setParameter(1, text(to))
                .setParameter(
                        2,
                        ChangeLog.array(
                                change.faces().stream().map(FaceId::value).toList()))
                .setParameter(3, text(from))
                .getResultList());
        before.assignedBy().forEach((by, faces) -> {
            var some = faces.stream().filter(returned::contains).toList();
            entities.createNativeQuery(SAID_BY)
                    .setParameter(1, by.code())
                    .setParameter(2, ChangeLog.array(some))
                    .executeUpdate();
        });
    }

    long count(PersonId person) {
        return ((Number) entities.createNativeQuery("SELECT count(*) FROM face WHERE person_id = ?1")
                        .setParameter(1, person.value())
                        .getSingleResult())
                .longValue();
    }

    /** Those that there are, of nobody who is deleted, locked and read anew, in the order of ids. */
    List<Face> find(Collection<FaceId> faces) {
        entities.createNativeQuery(LOCK)
                .setParameter(
                        1, ChangeLog.array(faces.stream().map(FaceId::value).toList()))
                .getResultList();
        List<Face> found = entities.createQuery(FIND, Face.class)
                .setParameter("ids", faces.stream().map(FaceId::value).toList())
                .getResultList();
        found.forEach(entities::refresh);
        return found;
    }

    static List<Long> ids(Collection<Face> faces) {
        return faces.stream().map(face -> face.id().value()).toList();
    }

    static Map<AssignedBy, List<Long>> assignedBy(Collection<Face> faces) {
        return faces.stream()
                .collect(Collectors.groupingBy(
                        Face::assignedBy,
                        () -> new EnumMap<>(AssignedBy.class),
                        Collectors.mapping(face -> face.id().value(), Collectors.toList())));
    }

    private static List<Long> numbers(List<?> rows) {
        return rows.stream().map(row -> ((Number) row).longValue()).toList();
    }

    private static @Nullable String text(@Nullable PersonId person) {
        return person == null ? null : person.toString();
    }
}
