package org.semblance.vision.pack;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something to fetch for a pack: one of its files, or a ZIP archive with some of them.
 *
 * @param sha256 of what is fetched; null while nobody knows it
 * @param bytes how long it is, for people; not relied upon
 * @param file of the pack that it becomes; null for an archive
 * @param members of the archive by the file of the pack that each becomes; empty for a single file
 */
public record Download(
        URI url,
        @Nullable String sha256,
        long bytes,
        @Nullable String file,
        Map<String, String> members) {
    public Download {
        members = Map.copyOf(members);
    }
}
