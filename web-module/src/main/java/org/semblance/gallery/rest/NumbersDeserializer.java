package org.semblance.gallery.rest;

import jakarta.json.JsonValue;
import jakarta.json.bind.JsonbException;
import jakarta.json.bind.serializer.DeserializationContext;
import jakarta.json.bind.serializer.JsonbDeserializer;
import jakarta.json.stream.JsonParser;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list of numbers in one loop: a vector has hundreds, and reading each as if it were the only one costs more
 * than the search that they are for.
 */
public final class NumbersDeserializer implements JsonbDeserializer<List<Double>> {
    private static final int USUAL = 512;
    private static final long ROOM_FOR_A_DIGIT = Long.MAX_VALUE / 10 - 1;
    private static final double[] POWERS = IntStream.rangeClosed(0, 22)
            .mapToDouble(power -> Double.parseDouble("1e" + power))
            .toArray();

    @Override
    public @Nullable List<Double> deserialize(JsonParser parser, DeserializationContext context, Type type) {
        if (!parser.hasNext()) {
            return nothing(parser.getValue());
        }
        var numbers = new ArrayList<Double>(USUAL);
        for (var event = parser.next(); event != JsonParser.Event.END_ARRAY; event = parser.next()) {
            if (event != JsonParser.Event.VALUE_NUMBER) {
                throw new JsonbException("A number is expected, not " + event);
            }
            numbers.add(number(parser.getString()));
        }
        return Collections.unmodifiableList(numbers);
    }

    /** What is neither a list nor an object has nothing in it to go on to. */
    private static @Nullable List<Double> nothing(JsonValue value) {
        if (value != JsonValue.NULL) {
            throw new JsonbException("A list of numbers is expected, not a " + value.getValueType());
        }
        return null;
    }

    /**
     * A number, exact to about the last bit. The nearest one of all, which the platform finds, takes ten times as long
     * where it has the 17 digits of a float that was written as a double.
     */
    static double number(String text) {
        long digits = 0;
        int decimals = 0;
        boolean isFraction = false;
        for (int i = 0; i < text.length(); i++) {
            char read = text.charAt(i);
            if (read >= '0' && read <= '9' && digits < ROOM_FOR_A_DIGIT) {
                digits = digits * 10 + (read - '0');
                decimals += isFraction ? 1 : 0;
            } else if (read == '.') {
                isFraction = true;
            } else if (read != '-') {
                return Double.parseDouble(text);
            }
        }
        if (decimals >= POWERS.length) {
            return Double.parseDouble(text);
        }
        double value = digits / POWERS[decimals];
        return text.startsWith("-") ? -value : value;
    }
}
