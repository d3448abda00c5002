package org.semblance.surveillance.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.semblance.surveillance.CameraId;
import org.semblance.surveillance.SetClock;

import static org.assertj.core.api.Assertions.assertThat;

/** What this server hears of cameras, and what it tells the others. */
class CameraPulseTest {
    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
    private static final CameraId DOOR = new CameraId(7);

    private final SetClock clock = new SetClock(START);
    private final CountingCache shared = new CountingCache(clock);
    private final SteadyHealthCache cache = new SteadyHealthCache(shared, clock);
    private final CameraPulse pulse = new CameraPulse(clock);
    private final Heartbeat heartbeat = new Heartbeat(
            cache,
            pulse,
            List.<RecognitionQueue>of(() -> 3),
            new WatchSettings(Duration.ofSeconds(30)),
            new Heartbeat.Place("node-1", clock));

    @Test
    void tells_of_a_camera_once_a_second_however_many_frames_come() {
        for (int second = 0; second < 10; second++) {
            for (int frame = 0; frame < 30; frame++) {
                pulse.seen(DOOR, clock.instant());
            }
            heartbeat.beat();
            clock.pass(Duration.ofSeconds(1));
        }

        assertThat(shared.putsOfCameras).hasValueLessThanOrEqualTo(10);
        assertThat(cache.get("camera:7:last_seen"))
                .contains(START.plusSeconds(9).toString());
        assertThat(new Workers(cache).frames()).containsEntry(DOOR, 300);
    }

    @Test
    void a_silent_camera_is_forgotten_after_the_silence() {
        pulse.seen(DOOR, clock.instant());
        for (int second = 0; second < 29; second++) {
            heartbeat.beat();
            clock.pass(Duration.ofSeconds(1));
        }
        assertThat(cache.get("camera:7:last_seen")).isPresent();

        clock.pass(Duration.ofSeconds(3));

        assertThat(cache.get("camera:7:last_seen")).isEmpty();
    }

    @Test
    void a_time_to_come_counts_as_now() {
        pulse.seen(DOOR, START.plusSeconds(3600));

        heartbeat.beat();

        assertThat(cache.get("camera:7:last_seen")).contains(START.toString());
    }

    @Test
    void a_server_tells_that_it_lives_and_what_waits_there_until_it_is_dead() {
        cache.put("worker:node-2:queue", "4", Duration.ofMinutes(1));
        cache.put("worker:node-2:heartbeat", START.toString(), Duration.ofMinutes(1));

        heartbeat.beat();

        assertThat(new Workers(cache).list())
                .containsExactly(new Workers.Worker("node-1", START, 3), new Workers.Worker("node-2", START, 4));
        assertThat(cache.get("queue:recognition:size")).contains("7");
        clock.pass(Duration.ofSeconds(16));
        assertThat(new Workers(cache).list()).extracting(Workers.Worker::node).containsExactly("node-2");
    }

    @Test
    void counts_the_frames_of_the_last_minute_and_no_others() {
        var counter = new FrameCounter();

        for (int second = 0; second < 90; second++) {
            counter.count(START.plusSeconds(second));
        }

        assertThat(counter.inLastMinute(START.plusSeconds(89))).isEqualTo(60);
        assertThat(counter.inLastMinute(START.plusSeconds(119))).isEqualTo(30);
        assertThat(counter.inLastMinute(START.plusSeconds(1000))).isZero();
    }

    private static final class CountingCache implements HealthCache {
        final AtomicInteger putsOfCameras = new AtomicInteger();
        private final MemoryHealthCache memory;

        CountingCache(Clock clock) {
            memory = new MemoryHealthCache(clock);
        }

        @Override
        public void put(String key, String value, Duration life) {
            if (key.startsWith("camera:")) {
                putsOfCameras.incrementAndGet();
            }
            memory.put(key, value, life);
        }

        @Override
        public Optional<String> get(String key) {
            return memory.get(key);
        }

        @Override
        public Set<String> keys(String beginning) {
            return memory.keys(beginning);
        }
    }
}
