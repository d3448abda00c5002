package org.semblance.storage;

import java.util.regex.Pattern;

/** Where an image lies in the image store: a relative path of plain lower-case segments. */
public record ImageKey(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9_-]*(/[a-z0-9][a-z0-9_-]*)*\\.[a-z0-9]{2,5}");
    private static final int MAX_LENGTH = 200;

    public ImageKey {
        if (value.length() > MAX_LENGTH || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("An image key is a relative path of lower-case segments");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
