package org.semblance.models.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.semblance.vision.pack.Thresholds;

/** Similarities that only so many pairs of different people exceed. */
@Schema(name = "Thresholds", description = "Similarities that one in so many pairs of different people exceeds")
public record ThresholdsBody(
        @Schema(examples = "0.32") double oneInHundred,

        @Schema(description = "What a gallery without a threshold of its own uses", examples = "0.42")
        double oneInThousand,

        @Schema(examples = "0.51") double oneInTenThousand) {

    static ThresholdsBody of(Thresholds thresholds) {
        return new ThresholdsBody(thresholds.oneInHundred(), thresholds.oneInThousand(), thresholds.oneInTenThousand());
    }
}
