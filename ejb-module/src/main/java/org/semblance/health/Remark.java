package org.semblance.health;

import java.util.List;
import java.util.Locale;

/**
 * Something that an operator needs to know, without secrets.
 *
 * @param key what it is among all that its probe says, for whoever says it in another language
 * @param values what is to be filled in there: numbers, times, names
 * @param english the whole of it
 */
public record Remark(String key, List<Object> values, String english) {
    public Remark {
        values = List.copyOf(values);
    }

    /** With what it says in English, as a format of the values. */
    public static Remark of(String key, String pattern, Object... values) {
        return new Remark(key, List.of(values), String.format(Locale.ROOT, pattern, values));
    }
}
