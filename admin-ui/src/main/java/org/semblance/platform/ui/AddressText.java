package org.semblance.platform.ui;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.io.Serializable;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What comes after the question mark of an address; what is not said is left out, and what means nothing is not heard. */
public final class AddressText implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_NUMBER = 18;

    private final Map<String, String> values = new LinkedHashMap<>();

    public AddressText with(String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            values.put(name, value.toString().strip());
        }
        return this;
    }

    public QueryParameters parameters() {
        return QueryParameters.simple(values);
    }

    public static Optional<String> text(Location location, String name) {
        return location.getQueryParameters().getSingleParameter(name).filter(text -> !text.isBlank());
    }

    public static Optional<Long> number(Location location, String name) {
        return text(location, name)
                .filter(text -> text.length() <= LONGEST_NUMBER && text.matches("[0-9]+"))
                .map(Long::valueOf);
    }

    public static Optional<Instant> time(Location location, String name) {
        return text(location, name).flatMap(AddressText::time);
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
