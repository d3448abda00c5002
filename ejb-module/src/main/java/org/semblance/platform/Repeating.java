package org.semblance.platform;

import jakarta.ejb.EJBException;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Does something again and again on this node, never twice at the same time, until it is stopped. Not a timer of the
 * container, which logs an error for one that comes due while the application is stopped. While the server is suspended
 * the container leaves turns out, and takes them up again when it is resumed.
 */
public final class Repeating {
    private static final Logger LOG = Logger.getLogger(Repeating.class);

    /** Every look while the database is away makes the pool warn of it. */
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(15);

    private static final Duration AFTER_FIRST_FAILURE = Duration.ofSeconds(2);

    private final String what;
    private final ManagedScheduledExecutorService scheduler;
    private final Duration pause;
    private final Runnable work;
    private final Trouble trouble = new Trouble();
    private volatile boolean isStopped;
    private volatile @Nullable Future<?> turns;
    private volatile long notBefore = System.nanoTime();

    /**
     * Something to be done, not begun yet.
     *
     * @param what what is done, for the log, such as: the queue of jobs is looked at
     */
    public Repeating(String what, ManagedScheduledExecutorService scheduler, Duration pause, Runnable work) {
        this.what = what;
        this.scheduler = scheduler;
        this.pause = pause;
        this.work = work;
    }

    /** Does it for the first time after the first pause. */
    public void start() {
        turns = scheduler.scheduleWithFixedDelay(this::turn, pause.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    public void stop() {
        isStopped = true;
        var coming = turns;
        if (coming != null) {
            coming.cancel(false);
        }
    }

    public boolean isStopped() {
        return isStopped;
    }

    /** Throws nothing: what a turn threw would be the last of it, and no turn would follow. */
    private void turn() {
        if (isStopped || System.nanoTime() - notBefore < 0) {
            return;
        }
        try {
            work.run();
            trouble.over();
        } catch (EJBException | IllegalStateException | Problem e) {
            rest(e);
        } catch (RuntimeException e) {
            LOG.errorf(e, "It has failed that %s", what);
            rest(e);
        }
    }

    private void rest(RuntimeException failure) {
        if (trouble.failed() && !isStopped) {
            LOG.warnf("It has to wait that %s: %s", what, failure.getMessage());
        }
        Duration rest = trouble.isLasting() ? AFTER_TROUBLE : AFTER_FIRST_FAILURE;
        notBefore = System.nanoTime() + rest.toNanos();
    }
}
