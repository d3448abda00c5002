package org.semblance.gallery.search;

import java.util.Locale;

/**
 * How a search was answered.
 *
 * @param reason why this way, in words for an operator
 * @param candidates how many faces were compared exactly
 */
public record SearchPlan(Method method, String reason, int candidates) {

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
