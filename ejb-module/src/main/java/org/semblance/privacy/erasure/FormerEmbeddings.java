package org.semblance.privacy.erasure;

import java.util.List;
import org.semblance.vision.Embedding;

/**
 * What a person looked like to the models, to search with once they are erased; kept in memory only, and not for long.
 *
 * @param skipped why there are none; empty when there are
 */
record FormerEmbeddings(long gallery, List<Embedding> probes, String skipped) {
    FormerEmbeddings {
        probes = List.copyOf(probes);
    }
}
