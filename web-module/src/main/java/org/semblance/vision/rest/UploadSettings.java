package org.semblance.vision.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How large an uploaded photo may be. */
@ApplicationScoped
public class UploadSettings {
    private final int maxBytes;

    protected UploadSettings() {
        this.maxBytes = 0;
    }

    @Inject
    public UploadSettings(
            @ConfigProperty(name = "semblance.vision.max-bytes", defaultValue = "26214400") int maxBytes) {
        if (maxBytes < 1) {
            throw new IllegalArgumentException("semblance.vision.max-bytes is at least 1, not " + maxBytes);
        }
        this.maxBytes = maxBytes;
    }

    public int maxBytes() {
        return maxBytes;
    }
}
