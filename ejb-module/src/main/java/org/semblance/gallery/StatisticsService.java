package org.semblance.gallery;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.semblance.platform.Permissions;

/** Counts what there is. */
@Stateless
public class StatisticsService {
    private static final String COUNT = """
            SELECT (SELECT count(*) FROM gallery),
                   count(*) FILTER (WHERE live), count(*) FILTER (WHERE live AND user_id IS NULL),
                   (SELECT count(*) FROM face), (SELECT count(*) FROM face WHERE person_id IS NULL),
                   (SELECT count(*) FROM embedding),
                   (SELECT sum(pg_total_relation_size(relid)) FROM pg_partition_tree('embedding')),
                   (SELECT count(*) FROM image), (SELECT coalesce(sum(size_bytes), 0) FROM image)
              FROM (SELECT user_id, merged_into IS NULL AND deleted_at IS NULL AS live FROM person) AS every
            """;

    @PersistenceContext
    private EntityManager entities;

    @SuppressWarnings("NullAway") // the entity manager is injected after construction
    public StatisticsService() {}

    @RolesAllowed(Permissions.GALLERY_READ)
    public Statistics count() {
        Object[] row = (Object[]) entities.createNativeQuery(COUNT).getSingleResult();
        long[] numbers = new long[row.length];
        for (int i = 0; i < row.length; i++) {
            numbers[i] = ((Number) row[i]).longValue();
        }
        return new Statistics(
                numbers[0],
                numbers[1],
                numbers[2],
                numbers[3],
                numbers[4],
                numbers[5],
                numbers[6],
                numbers[7],
                numbers[8]);
    }
}
