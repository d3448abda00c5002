package org.semblance.gallery;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.semblance.platform.Problem;
import org.semblance.vision.Quality;
import org.semblance.vision.QualityReason;

/** The face is not good enough to recognise anybody by it. */
public class LowQualityException extends Problem {
    private static final long serialVersionUID = 1L;

    private final transient Set<QualityReason> reasons;

    public LowQualityException(Quality quality, double required) {
        super(
                Kind.REFUSED,
                "face-quality-low",
                String.format(
                        Locale.ROOT,
                        "The face's quality is %.2f, below the gallery's %.2f (%s); send a better photo",
                        quality.score(),
                        required,
                        String.join(", ", codes(quality))));
        this.reasons = quality.reasons();
    }

    /** What keeps it from better. */
    public Set<QualityReason> reasons() {
        return reasons;
    }

    private static List<String> codes(Quality quality) {
        return quality.reasons().stream().map(QualityReason::code).sorted().toList();
    }
}
