package org.semblance.bench;

import ai.onnxruntime.OnnxTensor;
import java.util.ArrayList;
import java.util.List;
import org.semblance.vision.AlignedFace;
import org.semblance.vision.Embedding;

/** What it brings to embed many faces in one run instead of one after the other. */
final class Batches implements AutoCloseable {
    private final StageModels models;
    private final BareModels bare;
    private final List<AlignedFace> faces;
    private final OnnxTensor tensor;

    /** @param faces that are repeated until there are so many */
    Batches(StageModels models, BareModels bare, List<AlignedFace> faces, int count) {
        this.models = models;
        this.bare = bare;
        List<AlignedFace> repeated = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            repeated.add(faces.get(i % faces.size()));
        }
        this.faces = List.copyOf(repeated);
        this.tensor = BareRun.facesTensor(bare, this.faces);
    }

    List<Contender> contenders() {
        String name = faces.size() + " faces embedded at once";
        return List.of(
                new Contender(name + ", bare", Role.BARE, () -> bare.embedder().run(tensor)),
                new Contender(name, Role.PIPELINE, () -> models.embedder().embed(faces)),
                new Contender("one by one", Role.PART, this::oneByOne));
    }

    private List<Embedding> oneByOne() {
        List<Embedding> embeddings = new ArrayList<>();
        for (var face : faces) {
            embeddings.addAll(models.embedder().embed(List.of(face)));
        }
        return embeddings;
    }

    @Override
    public void close() {
        tensor.close();
    }
}
