package org.semblance.platform;

import java.util.List;
import java.util.OptionalLong;

/**
 * A part of a long list in the order of ids.
 *
 * @param next the id to continue after, empty on the last page
 */
public record Page<T>(List<T> items, OptionalLong next) {
    public static final int MAX_LIMIT = 200;

    public Page {
        items = List.copyOf(items);
    }

    /** How many rows a store fetches for a page: one more than asked, which tells whether there is a next page. */
    public static int fetchSize(int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidInputException("limit", "limit lies between 1 and " + MAX_LIMIT + ", not " + limit);
        }
        return limit + 1;
    }

    /** Cuts rows that were fetched with {@link #fetchSize} to a page. */
    public static <T> Page<T> of(List<T> fetched, int limit, java.util.function.ToLongFunction<T> id) {
        if (fetched.size() <= limit) {
            return new Page<>(fetched, OptionalLong.empty());
        }
        List<T> items = fetched.subList(0, limit);
        return new Page<>(items, OptionalLong.of(id.applyAsLong(items.get(limit - 1))));
    }
}
