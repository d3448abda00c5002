package org.semblance.gallery.ui;

import java.io.Serializable;
import java.util.List;
import org.semblance.gallery.PersonChange;
import org.semblance.gallery.PersonChangeService;
import org.semblance.gallery.PersonId;

/** Takes back the last changes of somebody, the newest first, as far as they were those that are known here. */
final class ChangeUndoing implements Serializable {
    private static final long serialVersionUID = 1L;

    private final transient PersonChangeService changes;
    private final transient PersonId person;
    private final transient List<PersonChange> made;

    /** Remembers the last so many changes of somebody, which have just been made. */
    ChangeUndoing(PersonChangeService changes, PersonId person, int count) {
        this.changes = changes;
        this.person = person;
        this.made = changes.newest(person, count);
    }

    PersonId run() {
        made.forEach(change -> changes.undo(change.id()));
        return person;
    }
}
