package org.semblance.vision.onnx;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.semblance.vision.AlignedFace;
import org.semblance.vision.Bitmap;
import org.semblance.vision.Embedding;
import org.semblance.vision.Execution;
import org.semblance.vision.FaceEmbedder;
import org.semblance.vision.ModelId;
import org.semblance.vision.pack.EmbedderSpec;
import org.semblance.vision.pixels.Planes;

/** Computes embeddings with an ONNX model, many faces in one run. */
public final class OnnxFaceEmbedder implements FaceEmbedder, AutoCloseable {
    /** More faces in one run take more memory but hardly less time for each. */
    private static final int MOST_FACES_AT_ONCE = 16;

    private static final int FACE_LENGTH = Planes.length(AlignedFace.SIDE, AlignedFace.SIDE);

    private final OnnxModel model;
    private final ModelId id;
    private final EmbedderSpec spec;
    private final Planes planes;
    private final int facesAtOnce;
    private final String output;

    private OnnxFaceEmbedder(OnnxModel model, ModelId id, EmbedderSpec spec) {
        this.model = model;
        this.id = id;
        this.spec = spec;
        this.planes = spec.input().planes();
        long fixedBatch = model.inputShape()[0];
        this.facesAtOnce = fixedBatch > 0 ? 1 : MOST_FACES_AT_ONCE;
        if (fixedBatch > 1) {
            throw new InferenceException(model.name() + " must take one face or any number, not " + fixedBatch);
        }
        this.output = output(model, spec);
        int dimension = run(List.of(blank())).require(output).remaining();
        if (dimension != spec.dimension()) {
            throw new InferenceException(model.name() + " gives " + dimension
                    + " numbers, but the pack says dimension: " + spec.dimension());
        }
    }

    private static String output(OnnxModel model, EmbedderSpec spec) {
        String named = spec.output();
        if (named == null && model.outputs().size() == 1) {
            return model.outputs().iterator().next();
        }
        if (named == null || !model.outputs().contains(named)) {
            throw new InferenceException(
                    model.name() + " gives " + model.outputs() + ", but the pack says output: " + named);
        }
        return named;
    }

    public static OnnxFaceEmbedder load(ModelId id, EmbedderSpec spec, int threads) {
        return load(id, spec, Execution.onCpu(threads));
    }

    public static OnnxFaceEmbedder load(ModelId id, EmbedderSpec spec, Execution execution) {
        var model = OnnxModel.load(spec.file(), execution);
        try {
            return new OnnxFaceEmbedder(model, id, spec);
        } catch (InferenceException e) {
            model.close();
            throw e;
        }
    }

    @Override
    public ModelId model() {
        return id;
    }

    @Override
    public int dimension() {
        return spec.dimension();
    }

    @Override
    public List<Embedding> embed(List<AlignedFace> faces) {
        List<Embedding> embeddings = new ArrayList<>(faces.size());
        for (int start = 0; start < faces.size(); start += facesAtOnce) {
            var batch = faces.subList(start, Math.min(start + facesAtOnce, faces.size()));
            var vectors = run(batch).require(output);
            for (int i = 0; i < batch.size(); i++) {
                embeddings.add(embedding(vectors.slice(i * spec.dimension(), spec.dimension())));
            }
        }
        return embeddings;
    }

    private ModelOutput run(List<AlignedFace> faces) {
        return model.run(new long[] {faces.size(), 3, AlignedFace.SIDE, AlignedFace.SIDE}, numbers -> {
            for (int i = 0; i < faces.size(); i++) {
                planes.write(faces.get(i).bitmap(), numbers.slice(i * FACE_LENGTH, FACE_LENGTH));
            }
        });
    }

    private Embedding embedding(FloatBuffer vector) {
        float[] values = new float[spec.dimension()];
        vector.get(values);
        return Embedding.of(id, values);
    }

    private static AlignedFace blank() {
        int side = AlignedFace.SIDE;
        return new AlignedFace(new Bitmap(side, side, new byte[3 * side * side]));
    }

    @Override
    public void close() {
        model.close();
    }
}
