package org.semblance.surveillance.event;

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

/** On every node: makes the months of events before they begin, and gives late events the month that they belong to. */
@Singleton
@Startup
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EventKeeper {
    private static final Duration BETWEEN_LOOKS = Duration.ofHours(1);
    private static final int MONTHS_AHEAD = 3;

    private final EventMonths months;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    private Repeating making;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected EventKeeper() {
        this(null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the scheduler is injected after construction
    public EventKeeper(EventMonths months) {
        this.months = months;
    }

    @PostConstruct
    void start() {
        making = new Repeating("months of events are made", scheduler, BETWEEN_LOOKS, () -> months.make(MONTHS_AHEAD));
        making.start();
    }

    @PreDestroy
    void stop() {
        making.stop();
    }
}
