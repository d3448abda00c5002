package org.semblance.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PlatformTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void ids_sort_by_the_time_they_were_made() {
        UUID earlier = UuidV7.next(Clock.fixed(NOW, ZoneOffset.UTC));
        UUID later = UuidV7.next(Clock.fixed(NOW.plus(Duration.ofMillis(1)), ZoneOffset.UTC));

        assertThat(earlier.toString()).isLessThan(later.toString());
        assertThat(earlier.version()).isEqualTo(7);
        assertThat(earlier.variant()).isEqualTo(2);
    }

    @Test
    void a_page_says_where_the_next_begins() {
        Page<Long> page = Page.of(List.of(3L, 5L, 8L), 2, Long::longValue);

        assertThat(page.items()).containsExactly(3L, 5L);
        assertThat(page.next()).hasValue(5);
    }

    @Test
    void the_last_page_has_no_next() {
        assertThat(Page.of(List.of(3L, 5L), 2, Long::longValue).next()).isEmpty();
    }

    @Test
    void refuses_a_page_of_no_or_too_many_rows() {
        assertThatThrownBy(() -> Page.fetchSize(0)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Page.fetchSize(201)).isInstanceOf(InvalidInputException.class);
    }
}
