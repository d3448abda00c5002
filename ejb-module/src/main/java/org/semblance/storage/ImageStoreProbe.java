package org.semblance.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.semblance.health.HealthChecks;
import org.semblance.health.HealthProbe;
import org.semblance.health.Remark;

/** Whether images can be written. */
@ApplicationScoped
public class ImageStoreProbe implements HealthProbe {
    private final ImageStore images;
    private final String directory;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ImageStoreProbe() {
        this.images = null;
        this.directory = null;
    }

    @Inject
    public ImageStoreProbe(ImageStore images, StorageSettings settings) {
        this.images = images;
        this.directory = settings.imagesDirectory().toString();
    }

    @Override
    public String name() {
        return HealthChecks.IMAGE_STORE;
    }

    @Override
    public Finding look() {
        try {
            images.checkWritable();
            return Finding.up(Remark.of("writable", "Images can be written"));
        } catch (ImageStoreException e) {
            return Finding.down(new Remark("unwritable", List.of(directory), e.getMessage()));
        }
    }
}
