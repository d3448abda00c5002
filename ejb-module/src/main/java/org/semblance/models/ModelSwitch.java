package org.semblance.models;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
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
    private ManagedScheduledExecutorService scheduler;

    private volatile boolean isStopped;
    private volatile @Nullable Future<?> nextLook;
    private boolean isDatabaseAway;
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
        lookAgain();
    }

    @PreDestroy
    void stop() {
        isStopped = true;
        var next = nextLook;
        if (next != null) {
            next.cancel(false);
        }
    }

    /** Not a timer of the container, which logs an error for one that comes due while the application is stopped. */
    private void lookAgain() {
        // Every look while the database is away makes the pool warn of it.
        var pause = isDatabaseAway ? WHILE_DATABASE_IS_AWAY : BETWEEN_LOOKS;
        nextLook = scheduler.schedule(this::look, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Takes as long as loading a model may, so the next look is arranged when this one is over. */
    private void look() {
        if (isStopped) {
            return;
        }
        try {
            activations.pending().ifPresent(reembedding::goOn);
            activations.active().ifPresent(this::use);
            catchUp();
            active.closeRetired();
            isDatabaseAway = false;
        } catch (EJBException e) {
            // Told once for each outage; the health checks go on telling. At the stop, beans vanish from under a look.
            if (!isDatabaseAway && !isStopped) {
                LOG.warnf("The chosen model pack cannot be looked up: %s", e.getMessage());
            }
            isDatabaseAway = true;
        } catch (Problem | InferenceException e) {
            // What escaped would end the looking.
            LOG.errorf("The models cannot be looked after: %s", e.getMessage());
        } finally {
            if (!isStopped) {
                lookAgain();
            }
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
