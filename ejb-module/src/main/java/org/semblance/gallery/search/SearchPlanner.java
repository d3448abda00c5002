package org.semblance.gallery.search;

import org.semblance.gallery.search.SearchPlan.Method;
import org.semblance.gallery.search.memory.Standing;

/** Chooses how the database answers a search that memory does not answer, by what was measured (decision 8). */
final class SearchPlanner {
    /** Below this, comparing all is as fast as finding candidates. */
    private static final int FEW = 2000;

    /** Signs of fewer numbers do not tell weak pairs from strangers. */
    private static final int BITS_FROM_DIMENSION = 512;

    private static final int FEWEST_CANDIDATES = 400;
    private static final int FACES_FOR_A_CANDIDATE = 400;

    private SearchPlanner() {}

    static SearchPlan plan(NearestQuery query, GalleryFacts facts, Standing standing, boolean isGraphGood) {
        int faces = facts.faces();
        boolean isLoading = standing == Standing.LOADING;
        if (query.filter().isCostly()) {
            return new SearchPlan(
                    Method.FILTERED,
                    "only what passes the filter is compared: " + standing.words(),
                    0,
                    faces,
                    isLoading);
        }
        if (query.exact()) {
            return new SearchPlan(Method.EXACT, "the caller wants every face compared", 0, faces, isLoading);
        }
        if (faces < FEW) {
            return new SearchPlan(Method.EXACT, "few enough to compare all; " + standing.words(), 0, faces, isLoading);
        }
        if (facts.hasGraph() && isGraphGood) {
            return new SearchPlan(
                    Method.GRAPH,
                    "the probe found the graph to miss nothing; " + standing.words(),
                    0,
                    faces,
                    isLoading);
        }
        if (facts.dimension() < BITS_FROM_DIMENSION) {
            return new SearchPlan(
                    Method.EXACT, "vectors too short for sign bits; " + standing.words(), 0, faces, isLoading);
        }
        return new SearchPlan(
                Method.BITS, "many faces, and " + standing.words(), candidates(faces, query.limit()), faces, isLoading);
    }

    static int candidates(int faces, int limit) {
        return Math.max(Math.max(FEWEST_CANDIDATES, 4 * limit), faces / FACES_FOR_A_CANDIDATE);
    }
}
