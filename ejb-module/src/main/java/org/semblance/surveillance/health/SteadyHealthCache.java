package org.semblance.surveillance.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The cache that all servers share, and what this one has heard itself for as long as that fails. Throws nothing: no
 * frame waits for it or is lost with it.
 */
@ApplicationScoped
public class SteadyHealthCache implements HealthCache {
    private static final Logger LOG = Logger.getLogger(SteadyHealthCache.class);

    private final HealthCache shared;
    private final HealthCache own;
    private final Clock clock;
    private final AtomicReference<@Nullable Outage> outage = new AtomicReference<>();
    private final LongAdder failures = new LongAdder();

    /**
     * Since when the shared cache fails.
     *
     * @param reason in the words of what failed
     */
    public record Outage(Instant since, String reason) {}

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected SteadyHealthCache() {
        this.shared = null;
        this.own = null;
        this.clock = null;
    }

    @Inject
    public SteadyHealthCache(InfinispanHealthCache shared, Clock clock) {
        this((HealthCache) shared, clock);
    }

    SteadyHealthCache(HealthCache shared, Clock clock) {
        this.shared = shared;
        this.own = new MemoryHealthCache(clock);
        this.clock = clock;
    }

    @Override
    public void put(String key, String value, Duration life) {
        own.put(key, value, life);
        ask(
                () -> {
                    shared.put(key, value, life);
                    return true;
                },
                () -> false);
    }

    @Override
    public Optional<String> get(String key) {
        return ask(() -> shared.get(key), () -> own.get(key));
    }

    @Override
    public Set<String> keys(String beginning) {
        return ask(() -> shared.keys(beginning), () -> own.keys(beginning));
    }

    /** The outage under way; empty while all is well. */
    public Optional<Outage> outage() {
        return Optional.ofNullable(outage.get());
    }

    long failures() {
        return failures.sum();
    }

    /** Whatever a cache throws, of its own or of the network below, means the same. */
    private <T> T ask(Supplier<T> first, Supplier<T> instead) {
        try {
            T answer = first.get();
            if (outage.getAndSet(null) != null) {
                LOG.info("The health cache works again");
            }
            return answer;
        } catch (RuntimeException e) {
            failures.increment();
            String reason = e.getClass().getSimpleName() + ": " + e.getMessage();
            if (outage.compareAndSet(null, new Outage(clock.instant(), reason))) {
                LOG.warnf("The health cache fails, this server goes by what it hears itself: %s", reason);
            }
            return instead.get();
        }
    }
}
