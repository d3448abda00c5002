package org.semblance.models;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.semblance.platform.Problem;
import org.semblance.platform.Repeating;
import org.semblance.vision.analysis.ActivePack;
import org.semblance.vision.onnx.InferenceException;

/** Every few seconds, on every node: goes on with a requested pack, and uses the one that is active. */
@Singleton
@Startup
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ModelSwitch {
    private static final Logger LOG = Logger.getLogger(ModelSwitch.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    private static final Duration BETWEEN_CATCH_UPS = Duration.ofMinutes(10);
    private static final Duration BETWEEN_TRIES = Duration.ofMinutes(1);

    private final Activations activations;
    private final Reembedding reembedding;
    private final ActivePack active;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    private Repeating looking;
    private long nextTry = System.nanoTime();
    private long nextCatchUp = System.nanoTime();

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ModelSwitch() {
        this(null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the scheduler is injected after construction
    public ModelSwitch(Activations activations, Reembedding reembedding, ActivePack active) {
        this.activations = activations;
        this.reembedding = reembedding;
        this.active = active;
    }

    @PostConstruct
    void start() {
        looking = new Repeating("the chosen model pack is looked up", scheduler, BETWEEN_LOOKS, this::look);
        looking.start();
    }

    @PreDestroy
    void stop() {
        looking.stop();
    }

    /** Takes as long as loading a model may. */
    private void look() {
        try {
            activations.pending().ifPresent(reembedding::goOn);
            activations.active().ifPresent(this::use);
            catchUp();
            active.closeRetired();
        } catch (Problem | InferenceException e) {
            // Told each time: it is about the models, and not of those that pass by themselves.
            LOG.errorf("The models cannot be looked after: %s", e.getMessage());
        }
    }

    /** Looks at every face, so not often: at the start, after a change, and now and then. */
    private void catchUp() {
        if (System.nanoTime() - nextCatchUp >= 0) {
            reembedding.catchUp();
            nextCatchUp = System.nanoTime() + BETWEEN_CATCH_UPS.toNanos();
        }
    }

    private void use(Activation activation) {
        boolean isUsed = activation.pack().equals(active.state().pack())
                && active.state().isReady();
        if (isUsed || System.nanoTime() - nextTry < 0) {
            return;
        }
        try {
            active.use(activation.pack());
            nextCatchUp = System.nanoTime();
        } catch (Problem e) {
            nextTry = System.nanoTime() + BETWEEN_TRIES.toNanos();
            LOG.errorf("Model pack %s cannot be used on this node: %s", activation.pack(), e.getMessage());
        }
    }
}
