package org.semblance.surveillance.unknown;

import java.util.List;
import org.semblance.gallery.FaceId;
import org.semblance.storage.ImageKey;

/**
 * What became of a picture of somebody unknown.
 *
 * @param sightings how many sightings of the stranger there have been
 * @param isDismissed whether people do not want to know
 * @param unused images whose rows have gone: files to remove once the transaction has committed
 */
public record KeptFace(FaceId face, StrangerId stranger, int sightings, boolean isDismissed, List<ImageKey> unused) {
    /** Somebody seen once may have passed by chance. */
    public static final int RECURRING = 2;

    public KeptFace {
        unused = List.copyOf(unused);
    }

    public boolean isRecurring() {
        return sightings >= RECURRING;
    }
}
