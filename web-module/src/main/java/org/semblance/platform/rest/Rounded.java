package org.semblance.platform.rest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Numbers as callers see them: no digit that means nothing. */
public final class Rounded {
    private static final int SCORE_DIGITS = 4;
    private static final int PIXEL_DIGITS = 2;

    private Rounded() {}

    /** A similarity, confidence or quality. */
    public static double score(double value) {
        return round(value, SCORE_DIGITS);
    }

    /** The same for one that there may not be. */
    public static @Nullable Double scoreOrNull(@Nullable Double value) {
        return value == null ? null : score(value);
    }

    /** A coordinate or length in pixels. */
    public static double pixels(float value) {
        return round(value, PIXEL_DIGITS);
    }

    private static double round(double value, int digits) {
        return BigDecimal.valueOf(value)
                .setScale(digits, RoundingMode.HALF_EVEN)
                .doubleValue();
    }
}
