package org.semblance.lookalike;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody who looks like a user.
 *
 * @param rank 1 for the most similar
 * @param similarity cosine, -1 opposite to 1 the same
 * @param computedAt when the two were compared
 */
public record SimilarUser(long rank, UUID user, String displayName, double similarity, Instant computedAt) {}
