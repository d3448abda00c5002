package org.semblance.vision;

/** Why a face is worth less than it could be. */
public enum QualityReason {
    TOO_SMALL("too-small"),
    TOO_BLURRED("too-blurred"),
    TOO_DARK("too-dark"),
    TOO_BRIGHT("too-bright"),
    LOW_CONTRAST("low-contrast"),
    TOO_NOISY("too-noisy"),
    EXTREME_POSE("extreme-pose"),
    /** Mouth and nose are covered. */
    OCCLUDED("occluded"),
    LOW_CONFIDENCE("low-confidence");

    private final String code;

    QualityReason(String code) {
        this.code = code;
    }

    /** Stable name for programs. */
    public String code() {
        return code;
    }
}
