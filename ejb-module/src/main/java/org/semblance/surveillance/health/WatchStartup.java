package org.semblance.surveillance.health;

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
import org.semblance.platform.Repeating;

/** Begins to tell of cameras and to look after them when the application starts. */
@Singleton
@Startup
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WatchStartup {
    private final Heartbeat heartbeat;
    private final CameraWatch watch;
    private final WatchMetrics metrics;
    private final WatchSettings settings;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    private Repeating beating;
    private Repeating looking;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected WatchStartup() {
        this(null, null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the scheduler is injected after construction
    public WatchStartup(Heartbeat heartbeat, CameraWatch watch, WatchMetrics metrics, WatchSettings settings) {
        this.heartbeat = heartbeat;
        this.watch = watch;
        this.metrics = metrics;
        this.settings = settings;
    }

    @PostConstruct
    void start() {
        metrics.register();
        beating = new Repeating("other servers are told of cameras", scheduler, Heartbeat.PAUSE, heartbeat::beat);
        looking = new Repeating("it is seen which cameras are silent", scheduler, settings.betweenLooks(), watch::look);
        beating.start();
        looking.start();
    }

    @PreDestroy
    void stop() {
        beating.stop();
        looking.stop();
    }
}
