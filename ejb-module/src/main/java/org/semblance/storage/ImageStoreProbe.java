package org.semblance.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.semblance.health.HealthChecks;
import org.semblance.health.HealthProbe;

/** Whether images can be written. */
@ApplicationScoped
public class ImageStoreProbe implements HealthProbe {
    private final ImageStore images;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ImageStoreProbe() {
        this(null);
    }

    @Inject
    public ImageStoreProbe(ImageStore images) {
        this.images = images;
    }

    @Override
    public String name() {
        return HealthChecks.IMAGE_STORE;
    }

    @Override
    public Finding look() {
        try {
            images.checkWritable();
            return Finding.up("Images can be written");
        } catch (ImageStoreException e) {
            return Finding.down(e.getMessage());
        }
    }
}
