package org.semblance.surveillance.pull;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** What became of the pictures that this server read. */
@ApplicationScoped
public class PullCounts {
    private final Map<Fate, LongAdder> counts =
            Arrays.stream(Fate.values()).collect(Collectors.toUnmodifiableMap(fate -> fate, fate -> new LongAdder()));

    void count(Fate fate) {
        Objects.requireNonNull(counts.get(fate)).increment();
    }

    long of(Fate fate) {
        return Objects.requireNonNull(counts.get(fate)).sum();
    }
}
