package org.semblance.surveillance.event.rest;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.InvalidInputException;
import org.semblance.surveillance.event.EventRows;

/** What words in query parameters mean. */
final class Words {
    private Words() {}

    static @Nullable UUID id(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return UUID.fromString(text.strip());
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(name, name + " is an id such as 0198c5a1-7f2e-7a43-9c3b-5b0d3b1f6a10");
        }
    }

    /** The values of an enumeration by their codes. */
    static <T extends Enum<T>> Set<T> each(String name, List<String> texts, Class<T> type) {
        return texts.stream().map(text -> one(name, text.strip(), type)).collect(Collectors.toSet());
    }

    private static <T extends Enum<T>> T one(String name, String text, Class<T> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> EventRows.code(value).equals(text))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        name,
                        name + " is one of "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(EventRows::code)
                                        .collect(Collectors.joining(", "))));
    }

    /** Whether a parameter with two words has the one or the other; null where it is left out. */
    static @Nullable Boolean either(String name, @Nullable String text, String yes, String no) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (!text.strip().equals(yes) && !text.strip().equals(no)) {
            throw new InvalidInputException(name, name + " is " + yes + " or " + no);
        }
        return text.strip().equals(yes);
    }
}
