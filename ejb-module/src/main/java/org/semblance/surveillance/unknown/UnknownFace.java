package org.semblance.surveillance.unknown;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.Suggestion;
import org.semblance.storage.ImageKey;
import org.semblance.surveillance.CameraName;

/**
 * A face that a camera saw and nobody knew.
 *
 * @param sightings how many sightings of the stranger there have been
 * @param person whose it is by now
 * @param suggestion whom it looks like; only while it waits
 */
public record UnknownFace(
        FaceId id,
        long galleryId,
        GalleryName gallery,
        CameraName camera,
        StrangerId stranger,
        int sightings,
        UUID sighting,
        Instant seenAt,
        double quality,
        ImageKey crop,
        UnknownState state,
        @Nullable PersonId person,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable Suggestion suggestion) {

    public boolean isRecurring() {
        return sightings >= KeptFace.RECURRING;
    }

    public UnknownFace suggesting(@Nullable Suggestion whom) {
        return new UnknownFace(
                id, galleryId, gallery, camera, stranger, sightings, sighting, seenAt, quality, crop, state, person,
                decidedBy, decidedAt, whom);
    }
}
