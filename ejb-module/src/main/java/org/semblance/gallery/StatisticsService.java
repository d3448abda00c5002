package org.semblance.gallery;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.stream.Collectors;
import org.semblance.identity.CurrentUser;
import org.semblance.identity.Scope;
import org.semblance.platform.Permissions;

/** Counts what there is; how much of the vectors' bytes is a gallery's, is told by its share of their number. */
@Stateless
@WithinGalleries
public class StatisticsService {
    private static final String COUNT = """
            WITH seen AS (SELECT id FROM gallery WHERE ?1 OR id = ANY (CAST(?2 AS bigint[]))),
                 face AS (SELECT * FROM face WHERE gallery_id IN (SELECT id FROM seen)),
                 embedded AS (SELECT count(*) AS every, count(seen.id) AS seen
                                FROM embedding LEFT JOIN seen ON seen.id = embedding.gallery_id),
                 image AS (SELECT size_bytes FROM image
                            WHERE ?1 OR id IN (SELECT image_id FROM face UNION SELECT crop_image_id FROM face))
            SELECT (SELECT count(*) FROM seen),
                   count(*) FILTER (WHERE live), count(*) FILTER (WHERE live AND user_id IS NULL),
                   (SELECT count(*) FROM face), (SELECT count(*) FROM face WHERE person_id IS NULL),
                   (SELECT seen FROM embedded),
                   (SELECT sum(pg_total_relation_size(relid)) * (SELECT seen FROM embedded)
                           / greatest(1, (SELECT every FROM embedded)) FROM pg_partition_tree('embedding')),
                   (SELECT count(*) FROM image), (SELECT coalesce(sum(size_bytes), 0) FROM image)
              FROM (SELECT user_id, merged_into IS NULL AND deleted_at IS NULL AS live FROM person
                     WHERE gallery_id IN (SELECT id FROM seen)) AS person
            """;

    @PersistenceContext
    private EntityManager entities;

    @SuppressWarnings("NullAway") // the entity manager is injected after construction
    public StatisticsService() {}

    @RolesAllowed(Permissions.GALLERY_READ)
    @SelfScoped("counts what is in galleries that the caller may see")
    public Statistics count() {
        Scope scope = CurrentUser.require().scope(Permissions.GALLERY_READ);
        String galleries = scope.galleries().stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
        Object[] row = (Object[]) entities.createNativeQuery(COUNT)
                .setParameter(1, scope.everywhere())
                .setParameter(2, galleries)
                .getSingleResult();
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
