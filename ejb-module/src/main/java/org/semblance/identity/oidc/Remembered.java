package org.semblance.identity.oidc;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What the provider last said: asked for on first use and again from time to time, by one thread. While it does not
 * answer, its last word counts on for a while, and it is not asked in vain by every request.
 */
final class Remembered<T> {
    private static final Logger LOG = Logger.getLogger(Remembered.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Supplier<T> source;
    private final Duration fresh;
    private final Duration atMost;
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Read<T> last;
    private volatile @Nullable Failed failed;

    Remembered(Supplier<T> source, Duration fresh, Duration atMost, Clock clock) {
        this.source = source;
        this.fresh = fresh;
        this.atMost = atMost;
        this.clock = clock;
    }

    T get() {
        Read<T> known = last;
        if (known != null && isWithin(fresh, known.at)) {
            return known.value;
        }
        return ask(known != null && isWithin(atMost, known.at) ? known : null);
    }

    /** Asks again, for what is known does not have what somebody needs; anybody may send that, so not all the time. */
    T renewed() {
        Read<T> known = last;
        return known != null && isWithin(PAUSE, known.at) ? known.value : ask(known);
    }

    private T ask(@Nullable Read<T> fallback) {
        if (fallback != null && !asking.tryLock()) {
            return fallback.value;
        }
        if (fallback == null) {
            asking.lock();
        }
        try {
            Read<T> known = last;
            if (known != null && isWithin(PAUSE, known.at)) {
                return known.value;
            }
            Failed before = failed;
            if (before != null && isWithin(PAUSE, before.at)) {
                return orThrow(fallback, before.why);
            }
            return read(fallback);
        } finally {
            asking.unlock();
        }
    }

    private T read(@Nullable Read<T> fallback) {
        try {
            T value = source.get();
            last = new Read<>(value, clock.instant());
            failed = null;
            return value;
        } catch (ProviderUnavailableException e) {
            failed = new Failed(e, clock.instant());
            LOG.infof("%s", e.getMessage());
            return orThrow(fallback, e);
        }
    }

    private static <T> T orThrow(@Nullable Read<T> fallback, ProviderUnavailableException why) {
        if (fallback == null) {
            throw why;
        }
        return fallback.value;
    }

    private boolean isWithin(Duration period, Instant since) {
        return clock.instant().isBefore(since.plus(period));
    }

    private record Read<T>(T value, Instant at) {}

    private record Failed(ProviderUnavailableException why, Instant at) {}
}
