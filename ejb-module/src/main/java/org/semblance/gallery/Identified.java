package org.semblance.gallery;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.search.SearchPlan;
import org.semblance.storage.ImageKey;

/** What is believed of one face, and the persons most similar to it whose similarity reaches the threshold. */
public record Identified(Decision decision, List<Candidate> candidates, SearchPlan plan) {
    public Identified {
        candidates = List.copyOf(candidates);
    }

    /** A person who may be meant: their most similar face, its crop, and how similar it is. */
    public record Candidate(
            PersonId person,
            @Nullable String name,
            FaceId face,
            @Nullable ImageKey crop,
            double similarity) {}
}
