package org.semblance.gallery;

import java.util.regex.Pattern;
import org.semblance.platform.InvalidInputException;

/** What a gallery is called in addresses: lower-case letters, digits and hyphens. */
public record GalleryName(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    public GalleryName {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidInputException(
                    "name",
                    "A gallery's name is 1 to 63 lower-case letters, digits and hyphens, beginning with a letter or digit");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
