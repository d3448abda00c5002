package org.semblance.gallery.rest;

import java.util.Arrays;
import java.util.List;
import org.semblance.gallery.FaceId;
import org.semblance.platform.InvalidInputException;

/** Ids of faces as an address names them: numbers with commas between. */
public record FaceIds(List<FaceId> faces) {

    /** JAX-RS reads parameters by it. */
    public static FaceIds fromString(String text) {
        return new FaceIds(Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .map(FaceIds::id)
                .distinct()
                .toList());
    }

    private static FaceId id(String text) {
        try {
            return new FaceId(Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw new InvalidInputException("ids", "ids are numbers with commas between, not '" + text + "'");
        }
    }
}
