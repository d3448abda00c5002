package org.semblance.surveillance.health;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.semblance.surveillance.SetClock;

import static org.assertj.core.api.Assertions.assertThat;

class MemoryHealthCacheTest extends HealthCacheContract {
    private final SetClock clock = new SetClock(Instant.parse("2026-11-21T12:00:00Z"));
    private final MemoryHealthCache cache = new MemoryHealthCache(clock);

    @Override
    HealthCache cache() {
        return cache;
    }

    @Override
    void pass(Duration time) {
        clock.pass(time);
    }

    @Test
    void takes_no_memory_for_what_is_over() {
        for (int i = 0; i < 5000; i++) {
            cache.put("camera:" + i + ":last_seen", "x", Duration.ofMillis(1));
            clock.pass(Duration.ofMillis(1));
        }

        assertThat(cache.size()).isLessThanOrEqualTo(1000);
    }
}
