package org.semblance.vision.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names of all pictures that labels speak of, each once, numbered in the order in which they came. */
final class Pictures {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    int number(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("the name of a picture is missing");
        }
        if (name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a picture's name has a zero character in it");
        }
        var known = numbers.putIfAbsent(name, names.size());
        if (known != null) {
            return known;
        }
        names.add(name);
        return names.size() - 1;
    }

    String name(int number) {
        return names.get(number);
    }

    int count() {
        return names.size();
    }
}
