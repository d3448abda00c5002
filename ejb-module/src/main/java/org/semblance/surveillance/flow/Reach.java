package org.semblance.surveillance.flow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.semblance.platform.Outage;

/**
 * Whether the database can be reached. Once it cannot, nobody waits for it for a while: frames are answered from memory
 * at once, and one of them tries again now and then.
 */
@ApplicationScoped
public class Reach {
    private static final Logger LOG = Logger.getLogger(Reach.class);
    private static final Duration TRIED_AGAIN_AFTER = Duration.ofSeconds(2);

    private final Clock clock;
    private Instant awayUntil = Instant.MIN;
    private boolean isAway;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected Reach() {
        this(null);
    }

    @Inject
    public Reach(Clock clock) {
        this.clock = clock;
    }

    /** Asks the database, or does the other thing while it is away. What fails for other reasons fails here, too. */
    public <T> T ask(Supplier<T> database, Supplier<T> otherwise) {
        if (!isWorthATry()) {
            return otherwise.get();
        }
        try {
            T answer = database.get();
            back();
            return answer;
        } catch (RuntimeException e) {
            if (!Outage.isOutage(e)) {
                throw e;
            }
            away(e);
        }
        return otherwise.get();
    }

    public synchronized boolean isAway() {
        return isAway;
    }

    private synchronized boolean isWorthATry() {
        return !isAway || !clock.instant().isBefore(awayUntil);
    }

    private synchronized void back() {
        if (isAway) {
            LOG.info("The database is back: cameras' events are written to it again");
        }
        isAway = false;
    }

    private synchronized void away(RuntimeException why) {
        if (!isAway) {
            LOG.infof(
                    "The database is away: cameras go on from memory, events are kept on disk (%s)", why.getMessage());
        }
        isAway = true;
        awayUntil = clock.instant().plus(TRIED_AGAIN_AFTER);
    }
}
