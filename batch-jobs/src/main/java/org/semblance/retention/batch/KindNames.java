package org.semblance.retention.batch;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The job's parameter {@code kinds}: {@code all}, or names separated by commas. */
final class KindNames {
    static final String ALL = "all";

    private KindNames() {}

    /** None for all. */
    static Set<String> of(String text) {
        if (text.strip().equals(ALL)) {
            return Set.of();
        }
        var names = new TreeSet<String>();
        Stream.of(text.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .forEach(names::add);
        return names;
    }
}
