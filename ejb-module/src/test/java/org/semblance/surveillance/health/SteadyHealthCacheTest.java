package org.semblance.surveillance.health;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SteadyHealthCacheTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final FailingCache shared = new FailingCache();
    private final SteadyHealthCache cache = new SteadyHealthCache(shared, Clock.systemUTC());

    @Test
    void goes_by_the_shared_cache_while_that_works() {
        shared.memory.put("worker:other:heartbeat", "of another server", LONG);
        cache.put("worker:own:heartbeat", "mine", LONG);

        assertThat(cache.get("worker:other:heartbeat")).contains("of another server");
        assertThat(shared.memory.get("worker:own:heartbeat")).contains("mine");
        assertThat(probe()).isEqualTo("The health cache works");
        assertThat(cache.failures()).isZero();
    }

    @Test
    void goes_by_its_own_memory_while_the_shared_one_fails_and_says_so() {
        shared.memory.put("worker:other:heartbeat", "of another server", LONG);
        cache.put("camera:1:last_seen", "before", LONG);
        shared.isFailing = true;

        cache.put("camera:2:last_seen", "during", LONG);

        assertThat(cache.get("camera:1:last_seen")).contains("before");
        assertThat(cache.get("camera:2:last_seen")).contains("during");
        assertThat(cache.get("worker:other:heartbeat")).isEmpty();
        assertThat(cache.keys("camera:")).containsExactlyInAnyOrder("camera:1:last_seen", "camera:2:last_seen");
        assertThat(new HealthCacheProbe(cache).look().isUp()).isTrue();
        assertThat(probe()).startsWith("degraded: ").contains("The cache is gone");
        assertThat(cache.failures()).isEqualTo(5);
    }

    @Test
    void goes_by_the_shared_cache_again_once_that_works() {
        shared.isFailing = true;
        cache.put("camera:1:last_seen", "during", LONG);
        shared.isFailing = false;

        cache.put("camera:1:last_seen", "after", LONG);

        assertThat(cache.outage()).isEmpty();
        assertThat(shared.memory.get("camera:1:last_seen")).contains("after");
    }

    private String probe() {
        return new HealthCacheProbe(cache).look().detail();
    }

    private static final class FailingCache implements HealthCache {
        final MemoryHealthCache memory = new MemoryHealthCache(Clock.systemUTC());
        boolean isFailing;

        @Override
        public void put(String key, String value, Duration life) {
            working().put(key, value, life);
        }

        @Override
        public Optional<String> get(String key) {
            return working().get(key);
        }

        @Override
        public Set<String> keys(String beginning) {
            return working().keys(beginning);
        }

        private HealthCache working() {
            if (isFailing) {
                throw new IllegalStateException("The cache is gone");
            }
            return memory;
        }
    }
}
