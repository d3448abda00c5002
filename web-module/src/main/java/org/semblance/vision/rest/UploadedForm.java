package org.semblance.vision.rest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.semblance.platform.InvalidInputException;
import org.semblance.vision.Photo;

/** A form read part by part: photos by the names that are expected of them, everything else as short texts. */
record UploadedForm(Map<String, Photo> photos, Map<String, String> fields) {
    private static final int MAX_FIELD_BYTES = 1000;
    private static final int MAX_PARTS = 20;

    UploadedForm {
        photos = Map.copyOf(photos);
        fields = Map.copyOf(fields);
    }

    static UploadedForm read(FormParts parts, Set<String> photoNames, int maxBytes) throws IOException {
        var photos = new HashMap<String, Photo>();
        var fields = new HashMap<String, String>();
        for (int count = 1; parts.next(); count++) {
            String name = parts.name();
            if (count > MAX_PARTS) {
                throw new InvalidInputException(
                        PhotoUploadReader.IMAGE, "The form has more than " + MAX_PARTS + " parts; send one photo");
            }
            if (!photoNames.contains(name)) {
                fields.put(name, text(parts.content()));
            } else if (photos.containsKey(name)) {
                throw new InvalidInputException(name, "The form has several parts '" + name + "'; send one at a time");
            } else {
                photos.put(name, Photo.read(parts.content(), maxBytes));
            }
        }
        return new UploadedForm(photos, fields);
    }

    Optional<Photo> photo(String name) {
        return Optional.ofNullable(photos.get(name));
    }

    Photo require(String name) {
        return photo(name)
                .orElseThrow(() ->
                        new InvalidInputException(name, "The form has no part '" + name + "'; put the photo there"));
    }

    /** A field is a short text; what is longer is cut, and then refused by whoever expects a name or a number. */
    private static String text(InputStream content) throws IOException {
        return new String(content.readNBytes(MAX_FIELD_BYTES), StandardCharsets.UTF_8);
    }
}
