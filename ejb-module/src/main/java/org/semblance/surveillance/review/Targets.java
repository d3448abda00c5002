package org.semblance.surveillance.review;

import java.util.List;
import org.semblance.gallery.FaceId;
import org.semblance.platform.InvalidInputException;
import org.semblance.surveillance.unknown.StrangerId;

/** What is decided about: single faces, and strangers with all their faces that wait. */
public record Targets(List<FaceId> faces, List<StrangerId> strangers) {
    public static final int MOST_FACES = 200;
    public static final int MOST_STRANGERS = 50;

    public Targets {
        faces = faces.stream().distinct().toList();
        strangers = strangers.stream().distinct().toList();
        if (faces.isEmpty() && strangers.isEmpty()) {
            throw new InvalidInputException("faces", "Name at least one of faces or one of strangers");
        }
        if (faces.size() > MOST_FACES) {
            throw new InvalidInputException("faces", "faces names up to " + MOST_FACES + ", not " + faces.size());
        }
        if (strangers.size() > MOST_STRANGERS) {
            throw new InvalidInputException(
                    "strangers", "strangers names up to " + MOST_STRANGERS + ", not " + strangers.size());
        }
    }
}
