package org.semblance.vision.analysis;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.semblance.vision.EmbedderInfo;
import org.semblance.vision.Execution;
import org.semblance.vision.LivenessCheck;
import org.semblance.vision.ModelId;
import org.semblance.vision.onnx.InferenceException;
import org.semblance.vision.onnx.OnnxFaceDetector;
import org.semblance.vision.onnx.OnnxFaceEmbedder;
import org.semblance.vision.onnx.OnnxLivenessCheck;
import org.semblance.vision.pack.InvalidPackException;
import org.semblance.vision.pack.ModelPack;

/** A pack whose models are in memory, ready to run. */
public final class LoadedPack implements AutoCloseable {
    private static final int SMALLEST_FACE = 20;

    private final ModelPack pack;
    private final Deque<Runnable> closing = new ArrayDeque<>();
    private final Models models;

    private LoadedPack(ModelPack pack, Execution execution, int smallestFace) {
        this.pack = pack;
        boolean complete = false;
        try {
            var detector = OnnxFaceDetector.load(pack.detector(), execution, smallestFace);
            closing.push(detector::close);
            var embedder = OnnxFaceEmbedder.load(pack.embedderId(), pack.embedder(), execution);
            closing.push(embedder::close);
            var info = new EmbedderInfo(
                    pack.embedderId(),
                    pack.embedder().dimension(),
                    pack.embedder().file().sha256(),
                    pack.thresholds());
            this.models = new Models(detector, embedder, info, liveness(execution));
            complete = true;
        } finally {
            if (!complete) {
                close();
            }
        }
    }

    private @Nullable LivenessCheck liveness(Execution execution) {
        var spec = pack.liveness();
        if (spec == null) {
            return null;
        }
        var check = OnnxLivenessCheck.load(spec, execution);
        closing.push(check::close);
        return check;
    }

    /** Loads the models, which are then the caller's to close. */
    static LoadedPack open(ModelPack pack, Execution execution, int smallestFace) {
        try {
            return new LoadedPack(pack, execution, smallestFace);
        } catch (InferenceException e) {
            throw new InvalidPackException(String.valueOf(e.getMessage()), e);
        } catch (LinkageError e) {
            throw new InvalidPackException("The inference runtime does not run on this machine: " + e.getMessage(), e);
        }
    }

    /** Loads the models and closes them again: throws a problem when they do not run or are not what the pack says. */
    public static void tryOut(ModelPack pack) {
        open(pack, Execution.onCpu(1), SMALLEST_FACE).close();
    }

    String name() {
        return pack.name();
    }

    ModelId embedder() {
        return pack.embedderId();
    }

    ModelPack pack() {
        return pack;
    }

    Models models() {
        return models;
    }

    @Override
    public void close() {
        while (!closing.isEmpty()) {
            closing.pop().run();
        }
    }
}
