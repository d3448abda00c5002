package org.semblance.gallery.search.memory;

import java.util.List;

/**
 * What a segment found, the most similar first.
 *
 * @param candidates how many faces were compared exactly
 * @param size how many faces there were
 */
public record Hits(List<Hit> found, int candidates, int size) {
    public Hits {
        found = List.copyOf(found);
    }
}
