package org.semblance.identity.limits;

import java.time.Instant;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BucketTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Allowance SIXTY = new Allowance("ada", 60, 0);
    private static final Allowance HUNDRED_A_DAY = new Allowance("ada", 60, 100);

    @Test
    void gives_what_is_wanted_and_then_what_is_left() {
        Bucket full = Bucket.full(SIXTY, NOON);
        Grant first = full.take(1, 40, SIXTY);

        Grant second = full.without(first).take(1, 40, SIXTY);

        assertThat(first).isEqualTo(new Grant(40, 20, 0));
        assertThat(second).isEqualTo(new Grant(20, 0, 0));
    }

    @Test
    void says_when_there_will_be_enough() {
        Bucket full = Bucket.full(SIXTY, NOON);
        Bucket empty = full.without(full.take(60, 60, SIXTY));

        assertThat(empty.take(10, 10, SIXTY)).isEqualTo(new Grant(0, 0, 10));
        assertThat(empty.at(NOON.plusSeconds(4), SIXTY).take(10, 10, SIXTY)).isEqualTo(new Grant(0, 4, 6));
        assertThat(empty.at(NOON.plusSeconds(10), SIXTY).take(10, 10, SIXTY)).isEqualTo(new Grant(10, 0, 0));
    }

    @Test
    void fills_up_to_a_minutes_units_and_not_beyond() {
        Bucket full = Bucket.full(SIXTY, NOON);

        Grant grant = full.at(NOON.plusSeconds(3600), SIXTY).take(1, 1000, SIXTY);

        assertThat(grant.units()).isEqualTo(60);
    }

    @Test
    void a_clock_that_is_behind_takes_nothing_away() {
        Bucket full = Bucket.full(SIXTY, NOON);
        Bucket half = full.without(full.take(30, 30, SIXTY));

        assertThat(half.at(NOON.minusSeconds(20), SIXTY)).isEqualTo(half);
    }

    @Test
    void a_days_quota_comes_back_with_the_next_day() {
        Bucket used = new Bucket(60, NOON, NOON.atZone(java.time.ZoneOffset.UTC).toLocalDate(), 95);

        assertThat(used.take(10, 10, HUNDRED_A_DAY)).isEqualTo(new Grant(0, 5, 12 * 3600));
        assertThat(used.take(1, 10, HUNDRED_A_DAY)).isEqualTo(new Grant(5, 0, 0));
        assertThat(used.at(NOON.plusSeconds(12 * 3600), HUNDRED_A_DAY).take(10, 10, HUNDRED_A_DAY))
                .isEqualTo(new Grant(10, 50, 0));
    }

    @Test
    void without_a_bound_there_is_always_enough() {
        var unlimited = new Allowance("ada", 0, 0);

        assertThat(unlimited.isUnlimited()).isTrue();
        assertThat(Bucket.full(unlimited, NOON).take(10, 10, unlimited).units()).isEqualTo(10);
        assertThat(SIXTY.isUnlimited()).isFalse();
    }
}
