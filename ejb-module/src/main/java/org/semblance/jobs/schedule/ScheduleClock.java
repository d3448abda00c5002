package org.semblance.jobs.schedule;

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

/** Looks what is due. Every node does; whichever comes first starts it. What is due, the database's clock says. */
@Singleton
@Startup
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ScheduleClock {
    private static final Logger LOG = Logger.getLogger(ScheduleClock.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private final Schedules schedules;
    private final ScheduleFiring firing;
    private final ScheduleMetrics metrics;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    private Repeating looking;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ScheduleClock() {
        this(null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the scheduler is injected after construction
    public ScheduleClock(Schedules schedules, ScheduleFiring firing, ScheduleMetrics metrics) {
        this.schedules = schedules;
        this.firing = firing;
        this.metrics = metrics;
    }

    @PostConstruct
    void start() {
        metrics.register();
        looking = new Repeating("schedules are looked at", scheduler, BETWEEN_LOOKS, this::look);
        looking.start();
    }

    @PreDestroy
    void stop() {
        looking.stop();
    }

    private void look() {
        for (String name : schedules.due()) {
            try {
                firing.fire(name);
            } catch (Problem e) {
                LOG.infof("The schedule %s cannot start its job: %s", name, e.getMessage());
                firing.refuse(name, e.getMessage());
            }
        }
        metrics.look();
    }
}
