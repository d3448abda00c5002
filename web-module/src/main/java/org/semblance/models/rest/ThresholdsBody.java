package org.semblance.models.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.semblance.vision.FalseAcceptRate;
import org.semblance.vision.Thresholds;

/** Similarities that only so many pairs of different people exceed. */
@Schema(name = "Thresholds", description = "Similarities that one in so many pairs of different people exceeds")
public record ThresholdsBody(
        @Schema(examples = "0.32") double oneInHundred,

        @Schema(examples = "0.42") double oneInThousand,

        @Schema(examples = "0.51") double oneInTenThousand,

        @Schema(description = "Reckoned where the pack does not say", examples = "0.58")
        double oneInHundredThousand,

        @Schema(description = "Reckoned where the pack does not say", examples = "0.64")
        double oneInAMillion) {

    static ThresholdsBody of(Thresholds thresholds) {
        return new ThresholdsBody(
                thresholds.at(FalseAcceptRate.ONE_IN_HUNDRED),
                thresholds.at(FalseAcceptRate.ONE_IN_THOUSAND),
                thresholds.at(FalseAcceptRate.ONE_IN_TEN_THOUSAND),
                thresholds.at(FalseAcceptRate.ONE_IN_HUNDRED_THOUSAND),
                thresholds.at(FalseAcceptRate.ONE_IN_A_MILLION));
    }
}
