package org.semblance.gallery;

import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Clock;

/** Asks for legal holds before anything is removed, within the transaction of whoever removes it. */
record HoldCheck(EntityManager entities, Clock clock) {
    private static final String IN_FORCE = "released_at IS NULL AND (until IS NULL OR until > ?2)";
    private static final String OF_PERSON = "SELECT id FROM legal_hold WHERE " + IN_FORCE
            + " AND person_id IN (SELECT semblance.ids_of_person(?1)) LIMIT 1";
    private static final String OF_GALLERY = "SELECT id FROM legal_hold WHERE " + IN_FORCE
            + " AND person_id IN (SELECT id FROM person WHERE gallery_id = ?1) LIMIT 1";

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

    private boolean isFound(String sql, long id) {
        return !entities.createNativeQuery(sql)
                .setParameter(1, id)
                .setParameter(2, Timestamp.from(clock.instant()))
                .getResultList()
                .isEmpty();
    }
}
