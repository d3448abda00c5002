package org.semblance.surveillance.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What this server itself has heard. */
public final class MemoryHealthCache implements HealthCache {
    private static final int SWEEP_EVERY = 1000;

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final Clock clock;
    private int putsSinceSweep;

    public MemoryHealthCache(Clock clock) {
        this.clock = clock;
    }

    private record Entry(String value, Instant until) {}

    @Override
    public void put(String key, String value, Duration life) {
        entries.put(key, new Entry(value, clock.instant().plus(life)));
        sweep();
    }

    @Override
    public Optional<String> get(String key) {
        return Optional.ofNullable(entries.get(key)).filter(this::isFresh).map(Entry::value);
    }

    @Override
    public Set<String> keys(String beginning) {
        return entries.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(beginning) && isFresh(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    int size() {
        return entries.size();
    }

    private boolean isFresh(Entry entry) {
        return clock.instant().isBefore(entry.until());
    }

    private synchronized void sweep() {
        putsSinceSweep++;
        if (putsSinceSweep >= SWEEP_EVERY) {
            putsSinceSweep = 0;
            entries.values().removeIf(entry -> !isFresh(entry));
        }
    }
}
