package org.semblance.identity.keys;

import org.semblance.platform.InvalidInputException;

/** What people call a key. */
public record KeyName(String value) {
    private static final int MAX_LENGTH = 100;

    public KeyName {
        value = value.strip();
        if (value.isEmpty() || value.length() > MAX_LENGTH) {
            throw new InvalidInputException("name", "name has 1 to " + MAX_LENGTH + " characters");
        }
    }
}
