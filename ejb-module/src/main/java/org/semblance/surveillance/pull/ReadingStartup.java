package org.semblance.surveillance.pull;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.semblance.platform.Repeating;

/** Begins to read cameras when the application starts. */
@Singleton
@Startup
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReadingStartup {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final long PATIENCE_MILLIS = 3000;
    private static final long KEEP_SECONDS = 30;

    private final Readings readings;
    private final PullMetrics metrics;
    private final PullSettings settings;

    @Resource
    private ManagedThreadFactory threads;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    private ThreadPoolExecutor readers;
    private Repeating looking;
    private Repeating expiring;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ReadingStartup() {
        this(null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public ReadingStartup(Readings readings, PullMetrics metrics, PullSettings settings) {
        this.readings = readings;
        this.metrics = metrics;
        this.settings = settings;
    }

    @PostConstruct
    void start() {
        metrics.register();
        // One thread reads a camera, another hands its frames on; those that are being stopped need some, too.
        int most = Math.max(1, settings.cameras() * 4);
        readers = new ThreadPoolExecutor(0, most, KEEP_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), threads);
        looking = new Repeating("cameras are read", scheduler, BETWEEN_LOOKS, () -> readings.look(readers));
        expiring = new Repeating("cameras are left to others", scheduler, BETWEEN_LOOKS, readings::expire);
        looking.start();
        expiring.start();
    }

    @PreDestroy
    void stop() {
        looking.stop();
        expiring.stop();
        readings.stop();
        readers.shutdown();
        try {
            if (!readers.awaitTermination(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                readers.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
