package org.semblance.vision.rest;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.InvalidInputException;
import org.semblance.vision.Photo;

/** A photo as it was uploaded, with the other fields of its form, if it came in one. */
public record PhotoUpload(Photo photo, Map<String, String> fields) {
    public PhotoUpload {
        fields = Map.copyOf(fields);
    }

    /** What the form says under that name; empty when it has no such field or nothing in it. */
    public Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** What the form says under that name, else what the address says. */
    public Optional<String> field(String name, @Nullable String inAddress) {
        return field(name)
                .or(() -> Optional.ofNullable(inAddress).map(String::strip).filter(value -> !value.isEmpty()));
    }

    /** The same where it must be true or false. */
    public boolean flag(String name, @Nullable String inAddress, boolean otherwise) {
        String text = field(name, inAddress).orElse(Boolean.toString(otherwise));
        if (!text.equals("true") && !text.equals("false")) {
            throw new InvalidInputException(name, name + " is true or false, not '" + text + "'");
        }
        return text.equals("true");
    }

    /** The same where it must be a number. */
    public <T extends Number> Optional<T> number(String name, Function<String, T> parser) {
        return field(name).map(text -> parse(name, text, parser));
    }

    /** Refuses a text that is no number. */
    public static <T extends Number> T parse(String name, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (NumberFormatException e) {
            throw new InvalidInputException(name, name + " is a number, not '" + text + "'");
        }
    }
}
