package org.semblance.gallery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.InvalidInputException;

/**
 * A person about to be made.
 *
 * @param externalId whatever the caller's own system calls them
 * @param userId the user who claims to be the person
 */
public record NewPerson(
        @Nullable String name,
        @Nullable String externalId,
        Metadata metadata,
        boolean publicFigure,
        @Nullable UUID userId) {
    /** Of whom nothing is known but a face. */
    public static final NewPerson NOBODY = new NewPerson(null, null);

    private static final int MAX_LENGTH = 200;

    public NewPerson {
        name = clean("name", name);
        externalId = clean("external_id", externalId);
    }

    public NewPerson(@Nullable String name, @Nullable String externalId) {
        this(name, externalId, Metadata.NONE, false, null);
    }

    static @Nullable String clean(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String text = value.strip();
        if (text.length() > MAX_LENGTH || text.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidInputException(
                    field, field + " has at most " + MAX_LENGTH + " characters, none of them a control character");
        }
        return text;
    }
}
