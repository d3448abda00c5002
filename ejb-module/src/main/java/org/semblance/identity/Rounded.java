package org.semblance.identity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.Permissions;

/** Numbers as callers see them: no digit that means nothing. */
public final class Rounded {
    private static final int SCORE_DIGITS = 4;
    private static final int COARSE_DIGITS = 2;
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

    /**
     * How similar a face is to somebody's: coarse for whoever may not have it exactly, since a face can be rebuilt from
     * many exact answers.
     */
    public static double similarity(double value) {
        boolean isExact = CurrentUser.find()
                .map(caller -> caller.scope(Permissions.SCORE_EXACT).everywhere())
                .orElse(false);
        return round(value, isExact ? SCORE_DIGITS : COARSE_DIGITS);
    }

    /** The same for one that there may not be. */
    public static @Nullable Double similarityOrNull(@Nullable Double value) {
        return value == null ? null : similarity(value);
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
