package org.semblance.gallery;

import jakarta.enterprise.context.ApplicationScoped;
import org.semblance.lifetime.AgedRows;
import org.semblance.lifetime.AgedRowsKind;
import org.semblance.lifetime.Lifetime;

/** What it takes to undo merges, splits and moves of faces. */
@ApplicationScoped
public class UndoRecords extends AgedRowsKind {
    private static final String HELD = HeldPersons.among("SELECT semblance.ids_of_person(aged.person_id)"
            + " UNION ALL SELECT semblance.ids_of_person(aged.other_id)");

    public UndoRecords() {
        super(
                "person-changes",
                "Merges, splits and moves of faces, from when they were made; they cannot be undone afterwards",
                Lifetime.ofDays(365, 1, 3650).orForEver(),
                AgedRows.of("person_change", "id", "changed_at").unless(HELD));
    }
}
