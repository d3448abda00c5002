package org.semblance.surveillance.ui.unknown;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.semblance.gallery.FaceId;
import org.semblance.surveillance.review.Targets;
import org.semblance.surveillance.unknown.StrangerId;
import org.semblance.surveillance.unknown.UnknownFace;

/** A stranger whose faces wait: those that have been read so far, the newest first. */
record Waiting(StrangerId stranger, List<UnknownFace> faces) {
    private static final Comparator<UnknownFace> NEWEST =
            Comparator.comparingLong((UnknownFace face) -> face.id().value()).reversed();

    Waiting {
        faces = List.copyOf(faces);
    }

    UnknownFace newest() {
        return faces.get(0);
    }

    boolean isRecurring() {
        return newest().isRecurring();
    }

    /** The same with more faces; none twice. */
    Waiting with(List<UnknownFace> more) {
        var all = new ArrayList<>(faces);
        more.stream()
                .filter(face -> faces.stream().noneMatch(known -> known.id().equals(face.id())))
                .forEach(all::add);
        all.sort(NEWEST);
        return new Waiting(stranger, all);
    }

    Waiting without(List<FaceId> gone) {
        return new Waiting(
                stranger,
                faces.stream().filter(face -> !gone.contains(face.id())).toList());
    }

    boolean isEmpty() {
        return faces.isEmpty();
    }

    /** All that waits of the stranger, or one face alone. */
    Targets targets(UnknownFace face, boolean isAll) {
        return isAll && isRecurring()
                ? new Targets(List.of(), List.of(stranger))
                : new Targets(List.of(face.id()), List.of());
    }
}
