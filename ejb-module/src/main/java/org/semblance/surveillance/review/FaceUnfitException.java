package org.semblance.surveillance.review;

import java.util.Locale;
import org.semblance.gallery.FaceId;
import org.semblance.platform.Problem;

/** The face would weaken later matching; it waits on, to be dismissed. */
public class FaceUnfitException extends Problem {
    private static final long serialVersionUID = 1L;

    public FaceUnfitException(FaceId face, double quality, double required) {
        super(
                Kind.REFUSED,
                "face-quality-low",
                String.format(
                        Locale.ROOT,
                        "The quality of face %s is %.2f, below the gallery's %.2f; it is left out",
                        face,
                        quality,
                        required));
    }
}
