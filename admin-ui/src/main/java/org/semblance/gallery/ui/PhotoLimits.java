package org.semblance.gallery.ui;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How large a photo may be: the same key as where it is decoded, so that the page refuses before it sends. */
@Dependent
public class PhotoLimits {
    private final int maxBytes;

    @Inject
    public PhotoLimits(@ConfigProperty(name = "semblance.vision.max-bytes", defaultValue = "26214400") int maxBytes) {
        this.maxBytes = maxBytes;
        if (maxBytes < 1) {
            throw new IllegalArgumentException("semblance.vision.max-bytes is at least 1, not " + maxBytes);
        }
    }

    public int maxBytes() {
        return maxBytes;
    }
}
