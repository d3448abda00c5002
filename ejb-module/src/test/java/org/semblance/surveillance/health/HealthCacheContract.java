package org.semblance.surveillance.health;

import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What every health cache does. */
abstract class HealthCacheContract {
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final Duration LONG = Duration.ofMinutes(1);

    abstract HealthCache cache();

    /** At least so much time passes. */
    abstract void pass(Duration time) throws InterruptedException;

    @Test
    void keeps_a_value_and_replaces_it() {
        cache().put("camera:1:last_seen", "then", LONG);
        cache().put("camera:1:last_seen", "now", LONG);

        assertThat(cache().get("camera:1:last_seen")).contains("now");
        assertThat(cache().get("camera:2:last_seen")).isEmpty();
    }

    @Test
    void forgets_what_is_not_put_again_in_time() throws Exception {
        cache().put("camera:3:last_seen", "short", SHORT);
        cache().put("camera:4:last_seen", "long", LONG);

        pass(SHORT.plusMillis(100));

        assertThat(cache().get("camera:3:last_seen")).isEmpty();
        assertThat(cache().get("camera:4:last_seen")).contains("long");
        assertThat(cache().keys("camera:")).contains("camera:4:last_seen").doesNotContain("camera:3:last_seen");
    }

    @Test
    void a_later_put_lengthens_the_life() throws Exception {
        cache().put("worker:a:heartbeat", "1", SHORT);
        cache().put("worker:a:heartbeat", "2", LONG);

        pass(SHORT.plusMillis(100));

        assertThat(cache().get("worker:a:heartbeat")).contains("2");
    }

    @Test
    void lists_keys_by_how_they_begin() {
        cache().put("worker:b:heartbeat", "1", LONG);
        cache().put("queue:recognition:size", "7", LONG);

        assertThat(cache().keys("worker:b")).containsExactly("worker:b:heartbeat");
        assertThat(cache().keys("queue:")).containsExactly("queue:recognition:size");
        assertThat(cache().keys("nothing:")).isEmpty();
    }
}
