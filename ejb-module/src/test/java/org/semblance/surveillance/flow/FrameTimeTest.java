package org.semblance.surveillance.flow;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FrameTimeTest {
    private static final Instant ARRIVED = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    @Test
    void without_a_time_the_frame_was_taken_when_it_arrived() {
        assertThat(FrameTime.of(null, null, ARRIVED, TOLERANCE)).isEqualTo(new FrameTime(ARRIVED, false, false));
    }

    @Test
    void a_time_near_ours_is_believed() {
        Instant taken = ARRIVED.minusMillis(800);

        assertThat(FrameTime.of(taken, null, ARRIVED, TOLERANCE)).isEqualTo(new FrameTime(taken, false, false));
    }

    @Test
    void nothing_is_seen_in_the_future() {
        assertThat(FrameTime.of(ARRIVED.plusSeconds(3), null, ARRIVED, TOLERANCE))
                .isEqualTo(new FrameTime(ARRIVED, false, false));
    }

    @Test
    void a_clock_that_is_hours_off_is_not_believed() {
        assertThat(FrameTime.of(ARRIVED.minusSeconds(7200), null, ARRIVED, TOLERANCE))
                .isEqualTo(new FrameTime(ARRIVED, true, false));
        assertThat(FrameTime.of(ARRIVED.plusSeconds(7200), null, ARRIVED, TOLERANCE))
                .isEqualTo(new FrameTime(ARRIVED, true, false));
    }

    @Test
    void a_clock_that_tells_itself_is_set_right() {
        Instant taken = Instant.parse("2001-01-01T00:00:00Z");
        Instant sent = taken.plusMillis(250);

        assertThat(FrameTime.of(taken, sent, ARRIVED, TOLERANCE))
                .isEqualTo(new FrameTime(ARRIVED.minusMillis(250), false, false));
    }

    @Test
    void a_frame_that_was_kept_back_has_its_time_and_opens_no_door() {
        Instant taken = ARRIVED.minus(Duration.ofMinutes(40));

        assertThat(FrameTime.of(taken, ARRIVED, ARRIVED, TOLERANCE)).isEqualTo(new FrameTime(taken, false, true));
    }

    @Test
    void a_frame_is_not_sent_before_it_is_taken() {
        assertThat(FrameTime.of(ARRIVED, ARRIVED.minusSeconds(1), ARRIVED, TOLERANCE))
                .isEqualTo(new FrameTime(ARRIVED, true, false));
    }
}
