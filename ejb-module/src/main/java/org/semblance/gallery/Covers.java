package org.semblance.gallery;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.semblance.platform.InvalidInputException;
import org.semblance.storage.ImageKey;

/** Which pictures stand for persons: the chosen ones while they are theirs, else their best. */
final class Covers {
    private static final String COVER = """
            LATERAL (SELECT face.id, face.crop_image_id, person.cover_face_id IS NOT DISTINCT FROM face.id AS is_chosen
                       FROM semblance.face WHERE face.person_id = person.id
                      ORDER BY is_chosen DESC, face.quality DESC, face.id LIMIT 1) AS cover
              JOIN semblance.image ON image.id = cover.crop_image_id
            """;

    /** Key of the picture, for statements that find persons. */
    static final String PICTURE = "(SELECT image.key FROM " + COVER + ")";

    private static final String OF = "SELECT person.id, cover.id, image.key, cover.is_chosen"
            + " FROM semblance.person CROSS JOIN " + COVER + " WHERE person.id = ANY (CAST(?1 AS bigint[]))";
    private static final String OWNED = "SELECT id FROM face WHERE id = ?1 AND person_id = ?2";

    private final EntityManager entities;

    Covers(EntityManager entities) {
        this.entities = entities;
    }

    /** Those without faces are missing. */
    Map<PersonId, Cover> of(Collection<Long> persons) {
        List<?> rows = entities.createNativeQuery(OF)
                .setParameter(1, ChangeLog.array(persons))
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .collect(Collectors.toMap(row -> new PersonId(((Number) row[0]).longValue()), Covers::cover));
    }

    /** Refuses a face that is not the person's, whom the caller has locked. */
    void check(FaceId face, Person person) {
        boolean isTheirs = !entities.createNativeQuery(OWNED)
                .setParameter(1, face.value())
                .setParameter(2, person.id().value())
                .getResultList()
                .isEmpty();
        if (!isTheirs) {
            throw new InvalidInputException(
                    "cover_face_id",
                    "The face " + face + " is not of the person " + person.id() + "; choose one that is");
        }
    }

    private static Cover cover(Object[] row) {
        return new Cover(
                new FaceId(((Number) row[1]).longValue()),
                new ImageKey(row[2].toString()),
                Boolean.TRUE.equals(row[3]));
    }
}
