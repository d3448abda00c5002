package org.semblance.gallery.ui;

import com.vaadin.flow.component.UI;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.PersonSummary;

/** What to call a person who may have no name. */
public final class PersonName {
    private PersonName() {}

    public static String of(PersonSummary person) {
        if (person.name() == null && person.externalId() != null) {
            return person.externalId();
        }
        return of(person.name(), person.id());
    }

    public static String of(@Nullable String name, PersonId id) {
        return name == null ? UI.getCurrent().getTranslation("person.unnamed", id.toString()) : name;
    }
}
