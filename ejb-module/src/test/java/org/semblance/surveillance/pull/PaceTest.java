package org.semblance.surveillance.pull;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** When cameras are read, and when they are tried again. */
class PaceTest {
    private final AtomicLong now = new AtomicLong();

    @Test
    void takes_as_many_frames_a_second_as_are_wanted() {
        var pace = new Pace(2, now::get);
        int taken = 0;

        for (int i = 0; i < 250; i++) {
            taken += pace.isDue() ? 1 : 0;
            now.addAndGet(Duration.ofMillis(40).toNanos());
        }

        assertThat(taken).isBetween(19, 21);
    }

    @Test
    void does_not_make_up_for_what_was_missed() {
        var pace = new Pace(0.01, now::get);
        assertThat(pace.isDue()).isTrue();
        assertThat(pace.untilNext()).isEqualTo(Duration.ofSeconds(100));
        now.addAndGet(Duration.ofSeconds(1000).toNanos());

        assertThat(pace.isDue()).isTrue();
        assertThat(pace.isDue()).isFalse();
        assertThat(pace.untilNext()).isLessThanOrEqualTo(Duration.ofSeconds(100));
    }

    @Test
    void waits_longer_after_each_failure_up_to_a_minute_and_never_less_than_a_second() {
        assertThat(BackOff.after(0, 1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(BackOff.after(0, 0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(BackOff.after(3, 1)).isEqualTo(Duration.ofSeconds(8));
        assertThat(BackOff.after(3, 0)).isEqualTo(Duration.ofSeconds(6));
        assertThat(BackOff.after(6, 1)).isEqualTo(Duration.ofSeconds(60));
        assertThat(BackOff.after(1000, 1)).isEqualTo(Duration.ofSeconds(60));
        assertThat(BackOff.after(1000)).isBetween(Duration.ofSeconds(45), Duration.ofSeconds(60));
    }

    @Test
    void settings_have_bounds() {
        assertThat(new PullSettings(0, Duration.ofSeconds(15)).cameras()).isZero();
        assertThatThrownBy(() -> new PullSettings(257, Duration.ofSeconds(15)))
                .hasMessageContaining("semblance.surveillance.pull.cameras");
        assertThatThrownBy(() -> new PullSettings(1, Duration.ofMillis(10)))
                .hasMessageContaining("semblance.surveillance.pull.timeout");
    }
}
