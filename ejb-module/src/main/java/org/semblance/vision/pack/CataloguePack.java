package org.semblance.vision.pack;

import java.util.List;
import java.util.Map;

/**
 * A public pack that is not here yet: how to get its files, and the manifest to use them by.
 *
 * @param manifest keys and values of the {@code pack.yaml} to write, in which checksums may still be unknown
 */
public record CataloguePack(
        String name,
        String version,
        Licence licence,
        String description,
        List<Download> downloads,
        Map<String, Object> manifest) {
    public CataloguePack {
        downloads = List.copyOf(downloads);
        manifest = Map.copyOf(manifest);
    }

    /** Bytes that have to be fetched. */
    public long bytes() {
        return downloads.stream().mapToLong(Download::bytes).sum();
    }
}
