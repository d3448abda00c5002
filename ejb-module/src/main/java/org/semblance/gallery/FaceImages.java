package org.semblance.gallery;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.semblance.storage.ImageKey;

/** Deletes faces together with the rows of their images; the files follow once the transaction has committed. */
final class FaceImages {
    private static final String REMOVE = """
            WITH gone AS (DELETE FROM face WHERE %s = ?1 RETURNING image_id, crop_image_id),
                 images AS (SELECT image_id AS id FROM gone UNION SELECT crop_image_id FROM gone)
            DELETE FROM image
             WHERE id IN (SELECT id FROM images)
            RETURNING key
            """;

    private FaceImages() {}

    /** @param column of the table face that says which faces go: a constant of the calling code */
    static List<ImageKey> removeOf(EntityManager entities, String column, long value) {
        List<?> keys = entities.createNativeQuery(REMOVE.formatted(column))
                .setParameter(1, value)
                .getResultList();
        entities.getEntityManagerFactory().getCache().evict(Face.class);
        return keys.stream().map(key -> new ImageKey(key.toString())).toList();
    }
}
