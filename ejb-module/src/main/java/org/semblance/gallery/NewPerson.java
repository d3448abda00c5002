package org.semblance.gallery;

import org.jspecify.annotations.Nullable;
import org.semblance.platform.InvalidInputException;

/** A person about to be made; the external id is whatever the caller's own system calls them. */
public record NewPerson(@Nullable String name, @Nullable String externalId) {
    private static final int MAX_LENGTH = 200;

    public NewPerson {
        name = clean("name", name);
        externalId = clean("external_id", externalId);
    }

    private static @Nullable String clean(String field, @Nullable String value) {
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
