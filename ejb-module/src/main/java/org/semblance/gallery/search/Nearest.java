package org.semblance.gallery.search;

import java.util.List;

/**
 * What was found near a probe, the most similar first, and how it was looked for.
 *
 * @param plan the way that was chosen, and why
 */
public record Nearest<T>(List<T> found, SearchPlan plan) {
    public Nearest {
        found = List.copyOf(found);
    }
}
