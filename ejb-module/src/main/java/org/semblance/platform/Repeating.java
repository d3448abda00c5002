package org.semblance.platform;

import jakarta.ejb.EJBException;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Does something again and again on this node, never twice at the same time, until it is stopped. Not a timer of the
 * container, which logs an error for one that comes due while the application is stopped.
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
    private final Lock turn = new ReentrantLock();
    private final Trouble trouble = new Trouble();
    private volatile boolean isStopped;
    private volatile @Nullable Future<?> next;

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
        again(pause);
    }

    public void stop() {
        isStopped = true;
        var waiting = next;
        if (waiting != null) {
            waiting.cancel(false);
        }
    }

    public boolean isStopped() {
        return isStopped;
    }

    private void again(Duration after) {
        if (!isStopped) {
            next = scheduler.schedule(this::run, after.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void run() {
        Duration rest = pause;
        turn.lock();
        try {
            if (!isStopped) {
                work.run();
                trouble.over();
            }
        } catch (EJBException | IllegalStateException | Problem e) {
            rest = afterFailure(e);
        } finally {
            turn.unlock();
            again(rest);
        }
    }

    private Duration afterFailure(RuntimeException failure) {
        if (trouble.failed() && !isStopped) {
            LOG.warnf("It has to wait that %s: %s", what, failure.getMessage());
        }
        Duration least = trouble.isLasting() ? AFTER_TROUBLE : AFTER_FIRST_FAILURE;
        return pause.compareTo(least) < 0 ? least : pause;
    }
}
