package org.semblance.gallery;

/**
 * When a face is taken for a person's.
 *
 * @param threshold the similarity that a match needs
 * @param margin how far the best person must be ahead of the next
 * @param minFaces how many faces a person needs before a decision may name them
 */
public record DecisionRule(double threshold, double margin, int minFaces) {
    public DecisionRule withThreshold(double other) {
        return new DecisionRule(other, margin, minFaces);
    }
}
