package org.semblance.gallery.search;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import org.jboss.logging.Logger;

/** Probes recall every ten minutes on each node, and tidies the layout of embeddings every night. */
@Singleton
@Startup
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SearchUpkeep {
    private static final Logger LOG = Logger.getLogger(SearchUpkeep.class);
    private static final Duration BETWEEN_PROBES = Duration.ofMinutes(10);
    private static final LocalTime AT_NIGHT = LocalTime.of(3, 41);
    private static final String PROBE = "recall-probe";
    private static final String TIDY = "embedding-partitions";

    private final RecallProbe probe;
    private final Partitions partitions;
    private final Clock clock;

    @Resource
    private TimerService timers;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected SearchUpkeep() {
        this(null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the timer service is injected after construction
    public SearchUpkeep(RecallProbe probe, Partitions partitions, Clock clock) {
        this.probe = probe;
        this.partitions = partitions;
        this.clock = clock;
    }

    @PostConstruct
    void start() {
        arrange(PROBE);
        arrange(TIDY);
    }

    private void arrange(String what) {
        Duration pause = what.equals(PROBE) ? BETWEEN_PROBES : untilNight(LocalTime.now(clock));
        timers.createSingleActionTimer(pause.toMillis(), new TimerConfig(what, false));
    }

    static Duration untilNight(LocalTime now) {
        Duration left = Duration.between(now, AT_NIGHT);
        return left.isNegative() || left.isZero() ? left.plusDays(1) : left;
    }

    /** Either may take minutes, so the next time is arranged when this one is over. */
    @Timeout
    public void work(Timer timer) {
        String what = String.valueOf(timer.getInfo());
        try {
            if (what.equals(PROBE)) {
                probe.sample();
            } else {
                partitions.tidy();
            }
        } catch (SQLException | EJBException | IllegalStateException e) {
            LOG.infof("%s is put off: %s", what, e.getMessage());
        } finally {
            arrange(what);
        }
    }
}
