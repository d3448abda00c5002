package org.semblance.models.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.semblance.gallery.StaleFace;
import org.semblance.models.Reembedder;
import org.semblance.platform.Problem;
import org.semblance.vision.ModelId;

/** Embeds the crop that was kept of a face: the slow part, which runs with the chunk's transaction suspended. */
@Named
@Dependent
public class FaceReembedder implements ItemProcessor {
    private final Reembedder reembedder;

    @Inject
    @BatchProperty
    private String pack;

    @Inject
    @BatchProperty
    private String model;

    @Inject
    @SuppressWarnings("NullAway") // batch properties are injected after construction
    public FaceReembedder(Reembedder reembedder) {
        this.reembedder = reembedder;
    }

    @Override
    public Object processItem(Object item) {
        var face = (StaleFace) item;
        try {
            return new ReembeddedFace(face, reembedder.embed(face, pack, new ModelId(model)), null);
        } catch (Problem e) {
            if (e.kind() == Problem.Kind.UNAVAILABLE || e.kind() == Problem.Kind.BUSY) {
                throw e;
            }
            return new ReembeddedFace(face, null, e);
        }
    }
}
