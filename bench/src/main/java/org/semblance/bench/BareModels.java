package org.semblance.bench;

import org.semblance.vision.pack.ModelPack;

/** Both models of a pack without any of our code around them. */
final class BareModels implements AutoCloseable {
    private final ModelPack pack;
    private final BareModel detector;
    private final BareModel embedder;

    BareModels(ModelPack pack) {
        this.pack = pack;
        this.detector = new BareModel(pack.detector().file());
        this.embedder = new BareModel(pack.embedder().file());
    }

    ModelPack pack() {
        return pack;
    }

    BareModel detector() {
        return detector;
    }

    BareModel embedder() {
        return embedder;
    }

    @Override
    public void close() {
        detector.close();
        embedder.close();
    }
}
