package org.semblance.models;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.semblance.platform.Problem;
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
    private static final Duration WHILE_DATABASE_IS_AWAY = Duration.ofSeconds(20);
    private static final Duration BETWEEN_CATCH_UPS = Duration.ofMinutes(10);
    private static final Duration BETWEEN_TRIES = Duration.ofMinutes(1);

    private final Activations activations;
    private final Reembedding reembedding;
    private final ActivePack active;

    @Resource
    private TimerService timers;

    private boolean isDatabaseAway;
    private long nextTry = System.nanoTime();
    private long nextCatchUp = System.nanoTime();

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ModelSwitch() {
        this(null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the timer service is injected after construction
    public ModelSwitch(Activations activations, Reembedding reembedding, ActivePack active) {
        this.activations = activations;
        this.reembedding = reembedding;
        this.active = active;
    }

    @PostConstruct
    void start() {
        lookAgain();
    }

    private void lookAgain() {
        // Every look while the database is away makes the pool warn of it.
        var pause = isDatabaseAway ? WHILE_DATABASE_IS_AWAY : BETWEEN_LOOKS;
        timers.createSingleActionTimer(pause.toMillis(), new TimerConfig(null, false));
    }

    /** Takes as long as loading a model may, so the next look is arranged when this one is over. */
    @Timeout
    public void look() {
        try {
            activations.pending().ifPresent(reembedding::goOn);
            activations.active().ifPresent(this::use);
            catchUp();
            active.closeRetired();
            isDatabaseAway = false;
        } catch (EJBException e) {
            // Told once for each outage; the health checks go on telling.
            if (!isDatabaseAway) {
                LOG.warnf("The chosen model pack cannot be looked up: %s", e.getMessage());
            }
            isDatabaseAway = true;
        } catch (Problem | InferenceException e) {
            // What escaped would be tried again by the container, besides the next look.
            LOG.errorf("The models cannot be looked after: %s", e.getMessage());
        } finally {
            lookAgain();
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
