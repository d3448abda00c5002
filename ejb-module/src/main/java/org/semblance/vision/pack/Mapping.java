package org.semblance.vision.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** The keys and values of one YAML mapping; every refusal names the file, the key and what is allowed. */
final class Mapping {
    private static final long MOST_BYTES = 64 * 1024;

    private final Path file;
    private final String path;
    private final Map<?, ?> values;
    private final Set<String> asked = new HashSet<>();

    private Mapping(Path file, String path, Map<?, ?> values) {
        this.file = file;
        this.path = path;
        this.values = values;
    }

    static Mapping read(Path file) {
        // Plain text only: no types, tags or aliases that could surprise.
        var settings = LoadSettings.builder()
                .setLabel(file.toString())
                .setSchema(new FailsafeSchema())
                .setMaxAliasesForCollections(0)
                .build();
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new InvalidPackException(file + " is larger than " + MOST_BYTES + " bytes");
            }
            if (new Load(settings).loadFromString(Files.readString(file)) instanceof Map<?, ?> values) {
                return new Mapping(file, "", values);
            }
            throw new InvalidPackException(file + " must hold keys and values, one to a line");
        } catch (YamlEngineException e) {
            throw new InvalidPackException(file + " is no valid YAML: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new InvalidPackException(file + " cannot be read: " + e, e);
        }
    }

    Mapping mapping(String key) {
        if (require(key) instanceof Map<?, ?> inner) {
            return new Mapping(file, path + key + ".", inner);
        }
        throw refuse(key, "must hold keys and values of its own");
    }

    /** Whether an optional key is there. */
    boolean has(String key) {
        asked.add(key);
        return values.containsKey(key);
    }

    /** A list of mappings, at least one. */
    List<Mapping> mappings(String key, int most) {
        if (!(require(key) instanceof List<?> list) || list.isEmpty() || list.size() > most) {
            throw refuse(key, "must be a list of 1 to " + most);
        }
        List<Mapping> mappings = new ArrayList<>();
        for (Object element : list) {
            if (!(element instanceof Map<?, ?> inner)) {
                throw refuse(key, "must hold keys and values in each element");
            }
            mappings.add(new Mapping(file, path + key + "[" + mappings.size() + "].", inner));
        }
        return mappings;
    }

    String text(String key, Pattern pattern, String allowed) {
        if (require(key) instanceof String text && pattern.matcher(text).matches()) {
            return text;
        }
        throw refuse(key, "is " + values.get(key) + ", but must be " + allowed);
    }

    int wholeNumber(String key, int least, int most) {
        double number = number(key, least, most);
        if (number != Math.rint(number)) {
            throw refuse(key, "is " + number + ", but must be a whole number");
        }
        return (int) number;
    }

    double number(String key, double least, double most) {
        return number(key, require(key), least, most);
    }

    boolean flag(String key) {
        return switch (String.valueOf(require(key))) {
            case "true" -> true;
            case "false" -> false;
            default -> throw refuse(key, "is " + values.get(key) + ", but must be true or false");
        };
    }

    /** The keys, in the order of the file. */
    List<String> keys() {
        return values.keySet().stream().map(String::valueOf).toList();
    }

    Map<?, ?> values() {
        return values;
    }

    /** Three numbers, one for each plane, between the two bounds. */
    List<Double> numbers(String key, List<Double> bounds) {
        if (!(require(key) instanceof List<?> list) || list.size() != 3) {
            throw refuse(key, "must be a list of three numbers, one for each colour plane");
        }
        List<Double> numbers = new ArrayList<>();
        for (Object element : list) {
            numbers.add(number(key, element, bounds.get(0), bounds.get(1)));
        }
        return numbers;
    }

    <E extends Enum<E>> E choice(String key, Class<E> type) {
        Object value = require(key);
        var names = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        int chosen = names.indexOf(value);
        if (chosen < 0) {
            throw refuse(key, "is " + value + ", but must be one of " + String.join(", ", names));
        }
        return type.getEnumConstants()[chosen];
    }

    /** Refuses keys that nobody asked for: most likely misspelt. */
    void complete() {
        Set<String> unknown = new TreeSet<>();
        values.keySet().forEach(key -> unknown.add(String.valueOf(key)));
        unknown.removeAll(asked);
        if (!unknown.isEmpty()) {
            throw refuse(unknown.iterator().next(), "is unknown; known are " + new TreeSet<>(asked));
        }
    }

    InvalidPackException refuse(String key, String reason) {
        return new InvalidPackException(file + ": " + path + key + " " + reason);
    }

    private double number(String key, @Nullable Object value, double least, double most) {
        String allowed = "must be a number from " + least + " to " + most;
        try {
            double number = Double.parseDouble(String.valueOf(value));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new InvalidPackException(file + ": " + path + key + " is " + value + ", but " + allowed, e);
        }
        throw refuse(key, "is " + value + ", but " + allowed);
    }

    private Object require(String key) {
        asked.add(key);
        Object value = values.get(key);
        if (value == null) {
            throw refuse(key, "is missing");
        }
        return value;
    }
}
