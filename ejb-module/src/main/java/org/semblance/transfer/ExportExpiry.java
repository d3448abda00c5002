package org.semblance.transfer;

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
import org.semblance.platform.Repeating;

/** Removes exports whose time is up, also when nobody asks for any. */
@Singleton
@Startup
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ExportExpiry {
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(10);

    private final ExportFiles files;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    private Repeating looking;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ExportExpiry() {
        this(null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the scheduler is injected after construction
    public ExportExpiry(ExportFiles files) {
        this.files = files;
    }

    @PostConstruct
    void start() {
        looking = new Repeating("exports whose time is up are removed", scheduler, BETWEEN_LOOKS, files::expire);
        looking.start();
    }

    @PreDestroy
    void stop() {
        looking.stop();
    }
}
