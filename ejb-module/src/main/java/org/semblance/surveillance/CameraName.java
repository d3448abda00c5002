package org.semblance.surveillance;

import java.util.regex.Pattern;
import org.semblance.platform.InvalidInputException;

/** What a camera is called in addresses and in the names of its pictures. */
public record CameraName(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9_-]{0,62}");

    public CameraName {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidInputException(
                    "name",
                    "A camera's name is 1 to 63 lower-case letters, digits, hyphens and underscores, beginning with a letter or digit");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
