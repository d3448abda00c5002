package org.semblance.vision;

import java.util.Set;

/** How well a face can be recognised, 0 not at all to 1 very well, and what keeps it from better. */
public record Quality(double score, Set<QualityReason> reasons) {
    public Quality {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("Quality lies between 0 and 1, not " + score);
        }
        reasons = Set.copyOf(reasons);
    }
}
