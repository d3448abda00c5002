package org.semblance.gallery;

import java.util.List;
import org.semblance.gallery.Identified.Candidate;

/**
 * Whom a face of nobody looks like most, the most similar first; for people to judge.
 *
 * @param threshold similarity from which on the gallery takes two faces for one person's
 */
public record Likenesses(double threshold, List<Candidate> candidates) {
    public Likenesses {
        candidates = List.copyOf(candidates);
    }

    /** Nobody at all. */
    public static Likenesses none(double threshold) {
        return new Likenesses(threshold, List.of());
    }
}
