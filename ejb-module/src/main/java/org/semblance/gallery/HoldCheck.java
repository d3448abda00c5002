package org.semblance.gallery;

import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Asks for legal holds before anything is removed, within the transaction of whoever removes it. */
record HoldCheck(EntityManager entities, Clock clock) {
    private static final String IN_FORCE = "released_at IS NULL AND (until IS NULL OR until > ?2)";
    private static final String OF_PERSON = "SELECT id FROM legal_hold WHERE " + IN_FORCE
            + " AND person_id IN (SELECT semblance.ids_of_person(?1)) LIMIT 1";
    private static final String OF_GALLERY = "SELECT id FROM legal_hold WHERE " + IN_FORCE
            + " AND person_id IN (SELECT id FROM person WHERE gallery_id = ?1) LIMIT 1";
    private static final String DELETED = "SELECT id FROM person"
            + " WHERE deleted_at < ?1 AND merged_into IS NULL"
            + " AND NOT EXISTS (SELECT 1 FROM legal_hold WHERE " + IN_FORCE
            + " AND person_id IN (SELECT semblance.ids_of_person(person.id))) ORDER BY deleted_at LIMIT 1";

    void person(PersonId person) {
        if (isFound(OF_PERSON, person.value())) {
            throw new PersonHeldException("Person " + person + " is");
        }
    }

    void gallery(Gallery gallery) {
        if (isFound(OF_GALLERY, gallery.id())) {
            throw new PersonHeldException("Somebody in gallery '" + gallery.name() + "' is");
        }
    }

    /** The first to be purged. */
    Optional<PersonId> oneDeletedBefore(Instant time) {
        List<?> ids = entities.createNativeQuery(DELETED)
                .setParameter(1, Timestamp.from(time))
                .setParameter(2, Timestamp.from(clock.instant()))
                .getResultList();
        return ids.stream().findFirst().map(id -> new PersonId(((Number) id).longValue()));
    }

    private boolean isFound(String sql, long id) {
        return !entities.createNativeQuery(sql)
                .setParameter(1, id)
                .setParameter(2, Timestamp.from(clock.instant()))
                .getResultList()
                .isEmpty();
    }
}
