package org.semblance.lookalike;

import org.semblance.vision.ModelId;

/**
 * What a run is to do.
 *
 * @param most how long lists are
 * @param everybody whether all are taken for changed
 */
public record SimilarityPlan(ModelId model, Way way, int most, boolean everybody) {}
