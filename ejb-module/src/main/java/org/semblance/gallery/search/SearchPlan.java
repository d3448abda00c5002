package org.semblance.gallery.search;

import java.util.Locale;

/**
 * How a search was answered.
 *
 * @param reason why this way, in words for an operator
 * @param candidates how many faces were compared exactly; 0 when it was all of them
 * @param faces how many faces the gallery has, perhaps as of a minute ago
 * @param isLoading whether the gallery is on its way into memory, which will answer later searches
 */
public record SearchPlan(Method method, String reason, int candidates, int faces, boolean isLoading) {

    public SearchPlan(Method method, String reason, int candidates) {
        this(method, reason, candidates, 0, false);
    }

    /** The same with the number of faces that were compared in the end. */
    SearchPlan compared(int number) {
        return new SearchPlan(method, reason, number, faces, isLoading);
    }

    SearchPlan instead(Method other, String why) {
        return new SearchPlan(other, why, 0, faces, isLoading);
    }

    /** The ways there are. */
    public enum Method {
        /** Every embedding of the gallery is compared in the database. */
        EXACT,
        /** Only what passes the filter is compared, in the database. */
        FILTERED,
        /** Sign bits in memory find candidates, which are then compared exactly. */
        MEMORY,
        /** Sign bits in the database find candidates, which are then compared exactly. */
        BITS,
        /** The graph index of the gallery's own partition finds them, nearly always all. */
        GRAPH;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
