package org.semblance.vision.evaluation;

import java.util.Locale;

/**
 * One measured number.
 *
 * @param key for programs
 * @param value not a number where nothing could be measured
 * @param text for people
 */
record Figure(String key, double value, String text) {
    private static final String NONE = "-";

    static Figure count(String key, long count) {
        return new Figure(key, count, String.format(Locale.ROOT, "%,d", count));
    }

    /** A share, for people in hundredths. */
    static Figure share(String key, double share) {
        return new Figure(key, share, Double.isNaN(share) ? NONE : String.format(Locale.ROOT, "%.2f %%", 100 * share));
    }

    /** A share so small that two digits behind the point may not be enough. */
    static Figure smallShare(String key, double share) {
        return new Figure(key, share, Double.isNaN(share) ? NONE : String.format(Locale.ROOT, "%.3f %%", 100 * share));
    }

    static Figure number(String key, double number, int digits) {
        String text = Double.isNaN(number) ? NONE : String.format(Locale.ROOT, "%." + digits + "f", number);
        return new Figure(key, number, text);
    }

    Figure followedBy(String more) {
        return new Figure(key, value, text.equals(NONE) ? text : text + more);
    }
}
