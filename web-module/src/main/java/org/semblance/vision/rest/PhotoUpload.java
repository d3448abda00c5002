package org.semblance.vision.rest;

import java.util.Map;
import java.util.Optional;
import org.semblance.vision.Photo;

/** A photo as it was uploaded, with the other fields of its form, if it came in one. */
public record PhotoUpload(Photo photo, Map<String, String> fields) {
    public PhotoUpload {
        fields = Map.copyOf(fields);
    }

    /** What the form says under that name; empty when it has no such field or nothing in it. */
    public Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }
}
