package org.semblance.vision.analysis;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.Problem;
import org.semblance.vision.EmbedderInfo;
import org.semblance.vision.Execution;
import org.semblance.vision.LivenessCheck;
import org.semblance.vision.VisionSettings;
import org.semblance.vision.onnx.InferenceException;
import org.semblance.vision.onnx.OnnxFaceDetector;
import org.semblance.vision.onnx.OnnxFaceEmbedder;
import org.semblance.vision.onnx.OnnxLivenessCheck;
import org.semblance.vision.pack.ModelPack;
import org.semblance.vision.pack.ModelPacks;

/**
 * The models of the active pack: loaded when the application starts, closed when it stops. A pack that cannot be loaded
 * leaves the application running without face models, and says why to whoever needs them.
 */
@ApplicationScoped
public class ActivePack {
    private static final Logger LOG = Logger.getLogger(ActivePack.class);

    private final ModelPacks packs;
    private final String name;
    private final Execution execution;
    private final int smallestFace;
    private final Deque<Runnable> closing = new ArrayDeque<>();
    private @Nullable Models models;
    private @Nullable String problem;

    @SuppressWarnings("NullAway") // the container's proxy calls nothing on it
    protected ActivePack() {
        packs = null;
        name = "";
        execution = Execution.onCpu(1);
        smallestFace = 0;
    }

    @Inject
    public ActivePack(VisionSettings settings, ModelPacks packs) {
        this.packs = packs;
        this.name = settings.activePack();
        this.execution = settings.execution();
        this.smallestFace = settings.smallestFace();
    }

    /** Makes the container create this bean, and so load the models, before the first request. */
    void start(@Observes Startup event) {
        state();
    }

    @PostConstruct
    void load() {
        try {
            var pack = packs.require(name);
            models = load(pack);
            LOG.infof("Face models of pack %s %s are loaded", pack.name(), pack.version());
        } catch (Problem | InferenceException | LinkageError e) {
            // A linkage error is a machine on which the native library does not run.
            problem = e.getMessage();
            LOG.errorf("Face models of pack %s are not loaded: %s", name, problem);
            close();
        }
    }

    private Models load(ModelPack pack) {
        var detector = OnnxFaceDetector.load(pack.detector(), execution, smallestFace);
        closing.push(detector::close);
        var embedder = OnnxFaceEmbedder.load(pack.embedderId(), pack.embedder(), execution);
        closing.push(embedder::close);
        var info = new EmbedderInfo(
                pack.embedderId(),
                pack.embedder().dimension(),
                pack.embedder().file().sha256(),
                pack.thresholds().oneInThousand());
        return new Models(detector, embedder, info, liveness(pack));
    }

    private @Nullable LivenessCheck liveness(ModelPack pack) {
        if (pack.liveness() == null) {
            return null;
        }
        var check = OnnxLivenessCheck.load(pack.liveness(), execution);
        closing.push(check::close);
        return check;
    }

    /** Whether the models are loaded, for health checks. */
    public PackState state() {
        return new PackState(name, problem);
    }

    Models require() {
        if (models == null) {
            throw new ModelsUnavailableException(String.valueOf(problem));
        }
        return models;
    }

    @PreDestroy
    void close() {
        models = null;
        while (!closing.isEmpty()) {
            closing.pop().run();
        }
    }
}
