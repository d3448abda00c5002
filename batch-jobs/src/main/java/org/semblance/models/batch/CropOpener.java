package org.semblance.models.batch;

import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.semblance.gallery.StaleFace;
import org.semblance.models.Reembedder;
import org.semblance.platform.Problem;

/** Opens the crop that was kept of a face, to be embedded with those of the whole chunk. */
@Named
@Dependent
public class CropOpener implements ItemProcessor {
    private final Reembedder reembedder;

    @Inject
    public CropOpener(Reembedder reembedder) {
        this.reembedder = reembedder;
    }

    @Override
    public Object processItem(Object item) {
        var face = (StaleFace) item;
        try {
            return new OpenedCrop(face, reembedder.crop(face), null);
        } catch (Problem e) {
            if (e.kind() == Problem.Kind.UNAVAILABLE || e.kind() == Problem.Kind.BUSY) {
                throw e;
            }
            return new OpenedCrop(face, null, e);
        }
    }
}
