package org.semblance.vision.analysis;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.Problem;
import org.semblance.vision.EmbedderInfo;
import org.semblance.vision.FaceEmbedder;
import org.semblance.vision.ModelId;
import org.semblance.vision.VisionSettings;
import org.semblance.vision.pack.ModelPack;
import org.semblance.vision.pack.ModelPacks;

/**
 * The models in use: loaded when the application starts, closed when it stops, and exchanged while it runs. A pack that
 * cannot be loaded leaves the last good one in place, or none, and says why to whoever needs it.
 */
@ApplicationScoped
public class ActivePack {
    private static final Logger LOG = Logger.getLogger(ActivePack.class);

    private final VisionSettings settings;
    private final ModelPacks packs;
    private final PackChoice choice;
    private final Deque<Retired> retired = new ArrayDeque<>();
    private volatile @Nullable LoadedPack current;
    private volatile @Nullable LoadedPack candidate;
    private volatile @Nullable String problem;
    private volatile String wanted = "";

    @SuppressWarnings("NullAway") // the container's proxy calls nothing on it
    protected ActivePack() {
        this(null, null, Optional::empty);
    }

    public ActivePack(VisionSettings settings, ModelPacks packs) {
        this(settings, packs, Optional::empty);
    }

    @Inject
    public ActivePack(VisionSettings settings, ModelPacks packs, PackChoice choice) {
        this.settings = settings;
        this.packs = packs;
        this.choice = choice;
    }

    /** Models that requests may still hold, and when none can any more. */
    private record Retired(LoadedPack pack, long nanos) {}

    /** Makes the container create this bean, and so load the models, before the first request. */
    void start(@Observes Startup event) {
        state();
    }

    @PostConstruct
    void load() {
        try {
            use(choice.pack().orElse(settings.activePack()));
        } catch (Problem e) {
            LOG.errorf("Face models are not loaded: %s", e.getMessage());
        }
    }

    /**
     * Exchanges the models; requests under way finish with the old ones. When the new ones cannot be loaded, the old
     * ones stay, and a problem says why.
     */
    public synchronized void use(String name) {
        wanted = name;
        try {
            var loaded = loaded(packs.require(name));
            if (loaded != current) {
                retire(current);
                current = loaded;
            }
            if (candidate == loaded) {
                candidate = null;
            }
            problem = null;
            LOG.infof(
                    "Face models of pack %s %s are loaded", name, loaded.pack().version());
        } catch (Problem e) {
            problem = e.getMessage();
            throw e;
        }
    }

    /** Loads a pack beside the one in use, to embed stored faces before it takes over. */
    public synchronized EmbedderInfo prepare(String name) {
        var loaded = loaded(packs.require(name));
        if (loaded != current && loaded != candidate) {
            retire(candidate);
            candidate = loaded;
        }
        return loaded.models().info();
    }

    private LoadedPack loaded(ModelPack pack) {
        for (LoadedPack known : new LoadedPack[] {current, candidate}) {
            if (known != null && known.pack().equals(pack)) {
                return known;
            }
        }
        return LoadedPack.open(pack, settings.execution(), settings.smallestFace());
    }

    /** Whether that model is in use or about to be. */
    public boolean has(ModelId model) {
        LoadedPack used = current;
        LoadedPack next = candidate;
        return (used != null && used.embedder().equals(model))
                || (next != null && next.embedder().equals(model));
    }

    /** The embedder of that model, in use or about to be. */
    public FaceEmbedder embedder(ModelId model) {
        for (LoadedPack known : new LoadedPack[] {current, candidate}) {
            if (known != null && known.embedder().equals(model)) {
                return known.models().embedder();
            }
        }
        throw new ModelsUnavailableException("The model " + model.value() + " is not loaded");
    }

    /** What others must know of the embedder in use. */
    public EmbedderInfo embedder() {
        return require().info();
    }

    /** Whether the models are loaded, for health checks. */
    public PackState state() {
        LoadedPack loaded = current;
        return new PackState(loaded == null ? wanted : loaded.name(), loaded != null, problem);
    }

    Models require() {
        LoadedPack loaded = current;
        if (loaded == null) {
            throw new ModelsUnavailableException(String.valueOf(problem));
        }
        return loaded.models();
    }

    private void retire(@Nullable LoadedPack pack) {
        if (pack != null) {
            var longest = settings.patience().plus(Duration.ofMinutes(1));
            retired.add(new Retired(pack, System.nanoTime() + longest.toNanos()));
        }
    }

    /** Closes models that were exchanged so long ago that no request can hold them. */
    public synchronized void closeRetired() {
        while (!retired.isEmpty() && retired.getFirst().nanos() - System.nanoTime() < 0) {
            retired.removeFirst().pack().close();
        }
    }

    @PreDestroy
    synchronized void close() {
        for (LoadedPack known : new LoadedPack[] {current, candidate}) {
            if (known != null) {
                known.close();
            }
        }
        current = null;
        candidate = null;
        retired.forEach(old -> old.pack().close());
        retired.clear();
    }
}
