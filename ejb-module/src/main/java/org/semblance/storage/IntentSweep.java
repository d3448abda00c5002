package org.semblance.storage;

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
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.jboss.logging.Logger;
import org.semblance.platform.Repeating;

/** Every few minutes, on every node: removes the files of enrolments and deletions that a death has cut short. */
@Singleton
@Startup
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class IntentSweep {
    /** Longer than any transaction may take. */
    static final Duration MIN_AGE = Duration.ofMinutes(15);

    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(5);
    private static final int BATCH = 500;
    private static final Logger LOG = Logger.getLogger(IntentSweep.class);
    private static final Metadata REMOVED = Metadata.builder()
            .withName("image_intents_given_up")
            .withDescription("Images whose writing or removal was cut short, so that the sweep removed their files")
            .build();

    private final FileImageStore files;
    private final ImageIntents intents;
    private final MetricRegistry metrics;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    private Repeating sweeping;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected IntentSweep() {
        this(null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the scheduler is injected after construction
    public IntentSweep(FileImageStore files, ImageIntents intents, MetricRegistry metrics) {
        this.files = files;
        this.intents = intents;
        this.metrics = metrics;
    }

    @PostConstruct
    void start() {
        sweeping = new Repeating("files without rows are removed", scheduler, BETWEEN_SWEEPS, this::sweep);
        sweeping.start();
    }

    @PreDestroy
    void stop() {
        sweeping.stop();
    }

    private void sweep() {
        int removed = sweep(files, intents, MIN_AGE);
        metrics.counter(REMOVED).inc(removed);
        if (removed > 0) {
            LOG.infof("Removed what was left of %d images that were never stored or never quite deleted", removed);
        }
    }

    static int sweep(FileImageStore files, ImageIntents intents, Duration age) {
        intents.forgetRemoved();
        int removed = 0;
        int batch;
        do {
            batch = intents.giveUp(age, BATCH, files::delete);
            removed += batch;
        } while (batch == BATCH);
        return removed;
    }
}
