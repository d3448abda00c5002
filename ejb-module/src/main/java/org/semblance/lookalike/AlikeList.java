package org.semblance.lookalike;

import java.util.List;
import java.util.UUID;

/**
 * Those most similar to a user, the most similar first.
 *
 * @param isEverybody whether nobody was left out
 */
public record AlikeList(UUID user, List<Alike> others, boolean isEverybody) {
    public AlikeList {
        others = List.copyOf(others);
    }

    Alike last() {
        return others.get(others.size() - 1);
    }
}
