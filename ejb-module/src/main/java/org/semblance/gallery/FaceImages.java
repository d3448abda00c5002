package org.semblance.gallery;

import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.semblance.storage.ImageKey;

/**
 * Deletes faces together with the rows of their images; a picture of several faces goes with the last of them. The files
 * follow once the transaction has committed.
 */
final class FaceImages {
    /** Whoever removes the other face of a picture at the same time waits here, and then sees that it is gone. */
    private static final String LOCK = """
            SELECT count(*) FROM (SELECT id FROM image
                                   WHERE id IN (SELECT image_id FROM face
                                                WHERE %s IN (SELECT unnest(CAST(?1 AS bigint[]))))
                                   ORDER BY id
                                     FOR UPDATE) AS locked
            """;

    private static final String REMOVE = """
            DELETE FROM face WHERE %s IN (SELECT unnest(CAST(?1 AS bigint[]))) RETURNING image_id, crop_image_id
            """;

    /**
     * Apart from the faces, and by their numbers one by one: whatever PostgreSQL expects, it looks each up in an index. In
     * one statement with the faces it compares each image with each of them when it expects few.
     */
    private static final String REMOVE_UNUSED = """
            DELETE FROM image
             WHERE id IN (SELECT unnest(CAST(?1 AS bigint[])))
               AND NOT EXISTS (SELECT 1 FROM face WHERE face.image_id = image.id)
            RETURNING key
            """;

    private FaceImages() {}

    /** @param column of the table face that says which faces go: a constant of the calling code */
    static List<ImageKey> removeOf(EntityManager entities, String column, Collection<Long> values) {
        entities.createNativeQuery(LOCK.formatted(column))
                .setParameter(1, ChangeLog.array(values))
                .getResultList();
        List<?> gone = entities.createNativeQuery(REMOVE.formatted(column))
                .setParameter(1, ChangeLog.array(values))
                .getResultList();
        Set<Long> images = gone.stream()
                .flatMap(row -> Arrays.stream((Object[]) row))
                .map(Long.class::cast)
                .collect(Collectors.toSet());
        List<?> keys = entities.createNativeQuery(REMOVE_UNUSED)
                .setParameter(1, ChangeLog.array(images))
                .getResultList();
        entities.getEntityManagerFactory().getCache().evict(Face.class);
        return keys.stream().map(key -> new ImageKey(key.toString())).toList();
    }
}
