package org.semblance.surveillance.access;

import java.util.regex.Pattern;
import org.semblance.platform.InvalidInputException;

/** What a door is called in addresses and in what its controller is told. */
public record DoorName(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9_-]{0,62}");

    public DoorName {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidInputException(
                    "name",
                    "A door's name is 1 to 63 lower-case letters, digits, hyphens and underscores, beginning with a letter or digit");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
