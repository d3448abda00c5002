package org.semblance.surveillance.event.live;

import jakarta.ejb.EJBException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.BusyException;
import org.semblance.surveillance.event.live.EventTail.Part;

/**
 * Those who are told events on one node. Whoever comes with a place of an earlier time first catches up by themselves, as
 * fast as they take it, and then joins those who are told together.
 */
final class Followers {
    private static final Logger LOG = Logger.getLogger(Followers.class);
    private static final int PAGE = 200;
    private static final int PAGES_AT_ONCE = 25;
    private static final int TRY_AGAIN_SECONDS = 30;

    /** Nobody says so when a transaction ends for which events have waited. */
    private static final Duration WITHOUT_NEWS = Duration.ofSeconds(1);

    private final EventTail tail;
    private final int most;
    private final Executor executor;

    /** All of them, and those among them who have caught up. */
    private final List<Follower> all = new CopyOnWriteArrayList<>();

    private final List<Follower> together = new CopyOnWriteArrayList<>();
    private final Lock reading = new ReentrantLock();
    private @Nullable EventPlace readTo;
    private volatile boolean hasNews;
    private long readAt = System.nanoTime();

    Followers(EventTail tail, int most, Executor executor) {
        this.tail = tail;
        this.most = most;
        this.executor = executor;
    }

    /** That something may be new. */
    void hear() {
        hasNews = true;
    }

    void add(EventListener listener, @Nullable EventPlace place) {
        var follower = new Follower(listener, begin(listener, place));
        all.add(follower);
        if (all.size() > most) {
            all.remove(follower);
            throw new BusyException(
                    "As many listen to events on this server as may (semblance.events.max-streams)", TRY_AGAIN_SECONDS);
        }
        executor.execute(() -> catchUp(follower));
    }

    int count() {
        return all.size();
    }

    private EventPlace begin(EventListener listener, @Nullable EventPlace place) {
        if (place == null) {
            return tail.end();
        }
        if (tail.isLost(place)) {
            listener.missed();
            return tail.end();
        }
        return place;
    }

    /** Tells all who have caught up what is new. */
    void look() {
        all.stream().filter(follower -> !follower.listener().isListening()).forEach(this::remove);
        all.stream().filter(Follower::tryAgain).forEach(follower -> executor.execute(() -> catchUp(follower)));
        reading.lock();
        try {
            if (together.isEmpty()) {
                readTo = null;
                return;
            }
            if (hasNews || System.nanoTime() - readAt > WITHOUT_NEWS.toNanos()) {
                hasNews = false;
                read();
            }
        } finally {
            reading.unlock();
        }
    }

    private void read() {
        EventPlace from = readTo;
        for (int i = 0; i < PAGES_AT_ONCE && from != null; i++) {
            Part part = tail.after(from, PAGE);
            readTo = part.upTo();
            readAt = System.nanoTime();
            together.forEach(follower -> follower.tell(part));
            from = part.isAll() ? null : part.upTo();
        }
        hasNews |= from != null;
    }

    private void catchUp(Follower follower) {
        if (!all.contains(follower)) {
            return;
        }
        Part part;
        try {
            part = tail.after(follower.place(), PAGE);
        } catch (EJBException | IllegalStateException e) {
            LOG.debug("What was missed cannot be read for now", e);
            follower.stick();
            return;
        }
        follower.tell(part).whenComplete((taken, failure) -> {
            if (failure != null) {
                remove(follower);
            } else if (!part.isAll() || !join(follower)) {
                executor.execute(() -> catchUp(follower));
            }
        });
    }

    /** Unless the others have been told more meanwhile. */
    private boolean join(Follower follower) {
        reading.lock();
        try {
            EventPlace others = readTo;
            if (others != null && follower.place().isBefore(others)) {
                return false;
            }
            if (others == null) {
                readTo = follower.place();
            }
            together.add(follower);
            return true;
        } finally {
            reading.unlock();
        }
    }

    /** The server stops: whoever listens finds another node. */
    void stop() {
        all.forEach(this::remove);
    }

    private void remove(Follower follower) {
        together.remove(follower);
        all.remove(follower);
        follower.listener().close();
    }
}
