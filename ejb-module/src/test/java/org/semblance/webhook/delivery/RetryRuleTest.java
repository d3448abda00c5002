package org.semblance.webhook.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RetryRuleTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final RetrySettings USUAL =
            new RetrySettings(Duration.ofSeconds(10), DAY, Duration.ofDays(5), Duration.ofDays(30));
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final RetryRule middle = new RetryRule(USUAL, () -> 0.5);

    @Test
    void pauses_grow_and_fill_a_day() {
        List<Duration> pauses = new ArrayList<>();
        var waited = Duration.ZERO;
        var pause = middle.pause(1, waited, Optional.empty());
        while (pause.isPresent()) {
            pauses.add(pause.get());
            waited = waited.plus(pause.get());
            pause = middle.pause(pauses.size() + 1, waited, Optional.empty());
        }

        assertThat(pauses)
                .startsWith(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(90))
                .endsWith(Duration.ofHours(4))
                .hasSize(12);
        assertThat(waited).isBetween(Duration.ofHours(20), DAY);
    }

    @Test
    void pauses_differ_by_a_fifth_at_most() {
        assertThat(new RetryRule(USUAL, () -> 0).pause(1, Duration.ZERO, Optional.empty()))
                .contains(Duration.ofSeconds(8));
        assertThat(new RetryRule(USUAL, () -> 1).pause(1, Duration.ZERO, Optional.empty()))
                .contains(Duration.ofSeconds(12));
    }

    @Test
    void a_receiver_may_ask_for_longer_ones_but_not_for_shorter_or_endless_ones() {
        assertThat(middle.pause(1, Duration.ZERO, Optional.of(Duration.ofHours(2))))
                .contains(Duration.ofHours(2));
        assertThat(middle.pause(1, Duration.ZERO, Optional.of(Duration.ZERO))).contains(Duration.ofSeconds(10));
        assertThat(middle.pause(1, Duration.ZERO, Optional.of(Duration.ofDays(400))))
                .contains(DAY);
    }

    @Test
    void gives_up_after_a_day_and_never_counts_too_far() {
        assertThat(middle.pause(3, DAY, Optional.empty())).isEmpty();
        assertThat(middle.pause(Integer.MAX_VALUE, Duration.ZERO, Optional.empty()))
                .contains(Duration.ofHours(4));
    }

    @Test
    void reads_seconds_and_times() {
        assertThat(RetryAfter.read("120", NOW)).contains(Duration.ofMinutes(2));
        assertThat(RetryAfter.read("Sat, 21 Nov 2026 10:05:00 GMT", NOW)).contains(Duration.ofMinutes(5));
        assertThat(RetryAfter.read("Sat, 21 Nov 2026 09:05:00 GMT", NOW)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "99999999999999999999", "1.5"})
    void passes_over_what_is_neither(String header) {
        assertThat(RetryAfter.read(header, NOW)).isEmpty();
    }

    @Test
    void the_start_fails_for_periods_out_of_bounds() {
        assertThatThrownBy(() -> new RetrySettings(Duration.ZERO, DAY, DAY, DAY))
                .hasMessageContaining("semblance.webhook.first-retry");
        assertThatThrownBy(() -> new RetrySettings(Duration.ofSeconds(1), Duration.ofDays(8), DAY, DAY))
                .hasMessageContaining("semblance.webhook.retry-period");
        assertThatThrownBy(() -> new RetrySettings(Duration.ofSeconds(1), DAY, Duration.ZERO, DAY))
                .hasMessageContaining("semblance.webhook.disable-after");
        assertThatThrownBy(() -> new RetrySettings(Duration.ofSeconds(1), DAY, DAY, Duration.ZERO))
                .hasMessageContaining("semblance.webhook.keep-deliveries");
    }
}
