package org.semblance.gallery.search.memory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.OptionalLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How much memory galleries may take. */
@ApplicationScoped
public class MemorySettings {
    private static final long MEBIBYTE = 1024L * 1024;
    private static final int SHARE_OF_HEAP = 4;

    private final long bytes;

    protected MemorySettings() {
        this.bytes = 0;
    }

    @Inject
    public MemorySettings(@ConfigProperty(name = "semblance.search.memory-mebibytes") OptionalLong mebibytes) {
        this.bytes = mebibytes.isPresent()
                ? mebibytes.getAsLong() * MEBIBYTE
                : Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP;
        if (bytes < 0 || bytes > Runtime.getRuntime().maxMemory()) {
            throw new IllegalArgumentException(
                    "semblance.search.memory-mebibytes lies between 0, which keeps nothing in memory, and the heap");
        }
    }

    /** 0 keeps nothing in memory. */
    public long bytes() {
        return bytes;
    }
}
