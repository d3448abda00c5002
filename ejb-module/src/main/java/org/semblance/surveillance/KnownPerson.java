package org.semblance.surveillance;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.PersonId;

/**
 * Somebody whom a camera recognised, with what doors go by.
 *
 * @param galleryId number of the gallery that they are in
 * @param user the user who has claimed the person
 * @param isDisabled whether that user is disabled: recognised all the same, but let in nowhere
 * @param department name of the user's department
 * @param roles names of the user's roles, those that hold in the person's gallery
 */
public record KnownPerson(
        PersonId id,
        long galleryId,
        @Nullable String name,
        @Nullable UUID user,
        boolean isDisabled,
        @Nullable String department,
        Set<String> roles) {
    public KnownPerson {
        roles = Set.copyOf(roles);
    }
}
