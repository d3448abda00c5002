package org.semblance.surveillance.learning;

import java.util.List;
import org.semblance.storage.ImageKey;

/**
 * What was taken back.
 *
 * @param held faces that stay, because their persons are under a legal hold
 * @param files to remove now that the rows have gone
 */
public record Forgotten(int faces, long held, List<ImageKey> files) {
    public Forgotten {
        files = List.copyOf(files);
    }
}
