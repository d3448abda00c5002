package org.semblance.lookalike;

import java.util.Comparator;
import java.util.UUID;

/**
 * Somebody, and how similar they look.
 *
 * @param similarity cosine, -1 opposite to 1 the same
 */
public record Alike(UUID user, float similarity) {
    /** The most similar first, the equally similar by id. */
    public static final Comparator<Alike> ORDER =
            Comparator.comparing(Alike::similarity).reversed().thenComparing(Alike::user, UserVectors.ORDER);
}
