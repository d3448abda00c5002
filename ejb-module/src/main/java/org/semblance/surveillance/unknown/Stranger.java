package org.semblance.surveillance.unknown;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.PersonId;
import org.semblance.storage.ImageKey;

/**
 * Somebody whom nobody knows, or knew.
 *
 * @param sightings how many there were, those whose faces are gone included
 * @param waiting how many faces wait for people
 * @param person who it is, once known
 * @param best the face of the best quality; null when none is left
 */
public record Stranger(
        StrangerId id,
        GalleryName gallery,
        Instant firstSeen,
        Instant lastSeen,
        int sightings,
        StrangerState state,
        long waiting,
        @Nullable PersonId person,
        @Nullable Best best,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt) {

    /** The picture to show for them. */
    public record Best(FaceId face, ImageKey crop, double quality) {}

    public boolean isRecurring() {
        return sightings >= KeptFace.RECURRING;
    }
}
