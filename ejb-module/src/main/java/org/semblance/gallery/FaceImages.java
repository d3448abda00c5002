package org.semblance.gallery;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.semblance.storage.ImageKey;

/**
 * Deletes faces together with the rows of their images; a picture of several faces goes with the last of them. The files
 * follow once the transaction has committed.
 */
final class FaceImages {
    /** Whoever removes the other face of a picture at the same time waits here, and then sees that it is gone. */
    private static final String LOCK = """
            SELECT count(*) FROM (SELECT id FROM image
                                   WHERE id IN (SELECT image_id FROM face WHERE %s = ?1)
                                   ORDER BY id
                                     FOR UPDATE) AS locked
            """;

    private static final String REMOVE = """
            WITH gone AS (DELETE FROM face WHERE %s = ?1 RETURNING id, image_id, crop_image_id),
                 images AS (SELECT image_id AS id FROM gone UNION SELECT crop_image_id FROM gone)
            DELETE FROM image
             WHERE id IN (SELECT id FROM images)
               AND NOT EXISTS (SELECT 1 FROM face
                                WHERE face.image_id = image.id
                                  AND NOT EXISTS (SELECT 1 FROM gone WHERE gone.id = face.id))
            RETURNING key
            """;

    private FaceImages() {}

    /** @param column of the table face that says which faces go: a constant of the calling code */
    static List<ImageKey> removeOf(EntityManager entities, String column, long value) {
        entities.createNativeQuery(LOCK.formatted(column))
                .setParameter(1, value)
                .getResultList();
        List<?> keys = entities.createNativeQuery(REMOVE.formatted(column))
                .setParameter(1, value)
                .getResultList();
        entities.getEntityManagerFactory().getCache().evict(Face.class);
        return keys.stream().map(key -> new ImageKey(key.toString())).toList();
    }
}
