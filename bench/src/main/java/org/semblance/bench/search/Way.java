package org.semblance.bench.search;

import org.semblance.vision.Embedding;

/**
 * One way to find faces.
 *
 * @param isReference whether its answers are what the others' are compared with
 */
record Way(String name, boolean isReference, Search search) {

    /** Finds the numbers of the ten nearest faces, the nearest first. */
    @FunctionalInterface
    interface Search {
        long[] nearest(Embedding probe) throws Exception;
    }
}
