package org.semblance.gallery.search;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.semblance.gallery.PersonId;

/**
 * Which faces of a gallery a search looks at.
 *
 * @param owner only faces that this user brought
 * @param notUser no face of a person whom this user claims to be
 * @param publicFigures only faces of public figures
 * @param without no face of these persons
 */
public record Filter(Optional<UUID> owner, Optional<UUID> notUser, boolean publicFigures, Set<PersonId> without) {
    public static final Filter NONE = new Filter(Optional.empty(), Optional.empty(), false, Set.of());

    public Filter {
        without = Set.copyOf(without);
    }

    public Filter without(Set<PersonId> persons) {
        return new Filter(owner, notUser, publicFigures, persons);
    }

    /** Whether it takes more than the persons of the faces to say what passes. */
    public boolean isCostly() {
        return owner.isPresent() || publicFigures;
    }

    public boolean isNone() {
        return equals(NONE);
    }
}
